import { render } from 'preact';
import { App } from './App.tsx';
import './style/index.css';

render(<App />, document.getElementById('app')!);

// keeps the page and what was read with it, so that it opens without a connection
if ('serviceWorker' in navigator && import.meta.env.PROD)
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));

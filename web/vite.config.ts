import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { atlas } from './atlas.ts';

// whatever the surroundings are called, people get the page for use: without checks for developers, with its service worker
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact(), atlas()],
  build: {
    outDir: path.join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
});

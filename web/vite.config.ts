import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { atlas } from './atlas.ts';

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

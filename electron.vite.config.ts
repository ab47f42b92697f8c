import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything is bundled: the package carries no node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { input: 'src/main/index.ts' },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: 'src/preload/index.ts',
        // A sandboxed preload has no module loader: it must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        // The door carries no schemas: what builds them has no effect and falls away.
        treeshake: { moduleSideEffects: false, manualPureFunctions: ['Type'] },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // A worker is a file of its own, so that its address can pass the Trusted Types policy.
    worker: { format: 'es' },
    build: {
      minify: true,
      sourcemap: 'hidden',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Loaded from the disk beside it, so size costs parsing and no more.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});

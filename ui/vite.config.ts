import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { fluent } from './build/fluent.ts';

export default defineConfig({
  plugins: [fluent(), svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    target: ['es2022', 'safari16', 'chrome110'],
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // GOLDEN=1 builds the page that draws golden Views instead, into a folder of its own.
    ...(process.env.GOLDEN
      ? { outDir: 'dist-golden', rollupOptions: { input: 'golden.html' } }
      : {}),
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], restoreMocks: true },
});

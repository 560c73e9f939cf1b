import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { adoptedStyles } from './scripts/web-build/adopted-styles.ts';
import { contractRoutes } from './scripts/web-build/contract-routes.ts';
import { compiledWording } from './scripts/web-build/compiled-wording.ts';

/** The browser's half. Nothing here is served in production: the server reads dist/web and writes the page itself (platform/http/page.ts). */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'custom',
  publicDir: 'web/public',
  plugins: [react(), contractRoutes(import.meta.dirname), compiledWording(), adoptedStyles()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    cssCodeSplit: true,
    // A data: address in CSS would need img-src data: for our own pictures; files are cached by their hash anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { main: 'web/main.tsx' },
      output: {
        // What changes only with a new version of React or the router keeps its name between our releases.
        codeSplitting: { groups: [{ name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// }] },
      },
    },
  },
});

import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './commands/chromium.ts';

// Every test sees the same clock: the one place of the summer-time rules is the domain's own tests.
process.env.TZ = 'UTC';

const chromium = findChromium();
const launchOptions = {
  ...(chromium === undefined ? {} : { executablePath: chromium }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

/** `npx vitest run --config test/vitest.config.ts [--project node|browser] [part of a path]` */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/{builders,commands,contract,core,house,main,preload,server,simulation,skew,stand-in}/**/*.test.ts',
          ],
          testTimeout: 60_000, // the first embedded database of a run takes its time
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Named here because finding them in mid-run loads a second React and breaks its hooks.
        optimizeDeps: {
          include: [
            '@noble/ciphers/chacha.js',
            '@noble/ciphers/utils.js',
            'dexie',
            'fast-check',
            'react',
            'react-aria-components',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'recharts',
            'typebox',
            'typebox/guard',
            'uuid',
            'zustand',
            'zustand/react/shallow',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

import { defineConfig } from '@playwright/test';

/** Journeys through the built application, by Electron or by whatever stands in for it. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../out/e2e',
  reporter: [['list'], ['json', { outputFile: '../../out/e2e.json' }]],
  workers: 1, // each journey has a centre, a laptop and a Chromium of its own to feed
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
});

import { defineConfig } from '@playwright/test';

/** Books are UTC days: what the page says may not depend on where its reader sits. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['E2E_URL'] ?? 'http://127.0.0.1:3000',
    viewport: { width: 1440, height: 1000 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  projects: ZONES.map((timezoneId) => ({
    name: timezoneId,
    use: { timezoneId },
    // One zone sees everything, the others what days have to do with.
    ...(timezoneId !== 'UTC' && { grep: /@zones/ }),
  })),
});

/*
 * npm run screenshots [-- --grafana URL]: every page as PNG, in two sizes, dark and light, into
 * grafana-plugin/docs/screenshots. For looking at after a change of the pages, and for the READMEs.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Locator, type Page, chromium } from '@playwright/test';
import { findChromium } from '../../provisioning/embedded/findChromium.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';
import { appPages } from './appPages.ts';
import { panelPages } from './panelPages.ts';
import { settled } from './settled.ts';

const SIZES = [
  { width: 1440, height: 1000 },
  { width: 1024, height: 768 },
] as const;
const folder = path.join(root, 'grafana-plugin/docs/screenshots');

const { values } = parseArgs({
  options: { grafana: { type: 'string', default: process.env['E2E_URL'] ?? 'http://127.0.0.1:3000' } },
});
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...{
    executablePath: await findChromium(console.log),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  },
});
try {
  const context = await browser.newContext({ baseURL: values.grafana, timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const shoot = async (name: string, where: Page | Locator) => {
    await where.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`${name}.png`);
  };
  const health = await (await page.request.get('/api/health')).text();
  const panels = health.includes('preview') ? await panelPages(page.request) : [];
  for (const theme of ['dark', 'light']) {
    for (const { name, path: address } of await appPages(page.request)) {
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}theme=${theme}`);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await settled(page);
        await shoot(`${name.toLowerCase().replaceAll(' ', '-')}-${size.width}-${theme}`, page);
      }
    }
    await page.setViewportSize(SIZES[0]);
    for (const { name, path: address } of panels) {
      await page.goto(`${address}&theme=${theme}`);
      await settled(page);
      await shoot(`${name}-${theme}`, page.getByTestId('panel'));
    }
  }
} finally {
  await browser.close();
}

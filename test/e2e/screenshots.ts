/*
 * npm run screenshots [-- --grafana URL]: every page as PNG, in two sizes, dark and light, into
 * grafana-plugin/docs/screenshots. For looking at after a change of the pages, and for the READMEs.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../../provisioning/embedded/findChromium.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';
import { appPages } from './appPages.ts';
import { settled } from './settled.ts';

const SIZES = [
  { width: 1440, height: 1000 },
  { width: 1024, height: 768 },
];
const folder = path.join(root, 'grafana-plugin/docs/screenshots');

interface Panel {
  readonly type: string;
  readonly targets: readonly { readonly expr: string }[];
}
const { panels } = JSON.parse(readFileSync(path.join(root, 'provisioning/grafana/dashboards/daily.json'), 'utf8')) as {
  panels: readonly Panel[];
};
const DAY_MS = 86_400_000;

/** Our panels as the provisioned dashboard asks for them, every variable on everything, where there is no Grafana. */
const panelPages = panels
  .filter(({ type }) => type.startsWith('aifinops-'))
  .map(({ type, targets }) => {
    const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const daily = { range: true, interval: '1d', intervalMs: DAY_MS, maxDataPoints: 2000, utcOffsetSec: 0 };
    const queries = targets.map(({ expr }) => ({
      ...{ refId: 'A', datasource: { type: 'prometheus', uid: 'prometheus' }, ...daily },
      ...{ expr: expr.replaceAll(/"\$\w+"/g, '".*"'), legendFormat: '{{feature}}' },
    }));
    const range = { from: String(today - 90 * DAY_MS), to: String(today) };
    const panes = JSON.stringify({ a: { datasource: 'prometheus', queries, range } });
    const search = new URLSearchParams({ panes, panel: type });
    return { name: type, path: `/explore?${search.toString()}` };
  });

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
  const isPreview = (await page.request.get('/api/health').then((answer) => answer.text())).includes('preview');
  for (const { name, path: address } of [...(await appPages(page.request)), ...(isPreview ? panelPages : [])]) {
    for (const theme of ['dark', 'light']) {
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}theme=${theme}`);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await settled(page);
        const file = `${name.toLowerCase().replaceAll(' ', '-')}-${size.width}-${theme}.png`;
        await page.screenshot({ path: path.join(folder, file) });
        console.log(file);
      }
    }
  }
} finally {
  await browser.close();
}

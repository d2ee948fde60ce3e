import assert from 'node:assert/strict';
import { chromium } from '@playwright/test';
import path from 'node:path';
import { findChromium } from '../../../provisioning/embedded/findChromium.mjs';
import { previewPart } from '../../../provisioning/embedded/previewPart.mjs';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { appPages } from '../../e2e/appPages.ts';
import { freePort } from '../../pipeline/freePort.ts';
import { serveBooks } from '../queries/serveBooks.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { moduleSizes } from './moduleSizes.ts';
import { openPage } from './openPage.ts';
import { rawRanges } from './rawRanges.ts';

/*
 * What the app costs a browser and Prometheus: size of its scripts, how soon the Overview answers, and what each page
 * asks, against a long history of many tenants.
 */
const isQuick = process.argv.includes('--quick');
const SIZE = isQuick ? { days: 90, tenants: 1_000 } : { days: 400, tenants: 10_000 };
const ROUNDS = isQuick ? 3 : 10;
const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

const kB = (bytes: number) => (bytes / 1_000).toFixed(1);
const ms = (value: number) => value.toFixed(0);
const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

const increase = { expr: 'sum(increase(genai_cost_usd_total[30d]))', fromMs: 0, toMs: 0 };
assert.equal(rawRanges([increase]).length, 1, 'a long look at raw series would be seen');

const sizes = moduleSizes(path.join(root, 'grafana-plugin/dist'));
const books = await serveBooks(SIZE);
const browser = await chromium.launch({ executablePath: await findChromium(console.log), args: BROWSER });
try {
  const app = await freePort();
  const url = `http://127.0.0.1:${app}`;
  const ports = { app, prometheus: Number(new URL(books.prometheus).port), api: Number(new URL(books.api).port) };
  await books.parts.start(previewPart({ data: books.data, ports }));
  const overview: { first: number[]; ready: number[] } = { first: [], ready: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { firstMs = NaN, readyMs } = await openPage(browser, url, '/a/aifinops-app/overview', 'headline-value');
    // The first round warms the servers up.
    if (round > 0) {
      overview.first.push(firstMs);
      overview.ready.push(readyMs);
    }
  }
  const context = await browser.newContext({ baseURL: url });
  const pages: string[][] = [];
  const raw: string[] = [];
  for (const { name, path: address } of await appPages(context.request)) {
    const opened = await openPage(browser, url, address, undefined);
    raw.push(...rawRanges(opened.queries).map(({ expr }) => `${name}: ${expr}`));
    const counts = [opened.queries.length, opened.promRequests, opened.ledgerRequests].map(String);
    pages.push([name, ...counts, ms(opened.slowestMs), ms(opened.readyMs)]);
    console.log(pages.at(-1)?.join('  '));
  }
  await publish(
    'grafana-plugin/docs/bench.md',
    'What the app costs',
    'app',
    `## Scripts

Grafana loads \`module.js\` with the plugin; the rest when a page, or a panel, is opened.

${markdownTable(
  ['file', 'kB', 'gzip, kB', 'loaded'],
  sizes.map(({ file, bytes, gzipBytes, isLazy }) => [
    file,
    kB(bytes),
    kB(gzipBytes),
    isLazy ? 'with a page' : file === 'module.js' ? 'with the plugin' : 'with the panel',
  ])
)}

## Overview, in Chromium

In the preview, ${SIZE.days} days of ${SIZE.tenants.toLocaleString('en')} tenants, a new browser context each time (nothing cached), ${ROUNDS}
rounds after one to warm up; from the navigation on, Grafana's own scripts (which the preview bundles) included. First meaningful
paint: yesterday's cost is on the page. Ready: the last answer is drawn.

${markdownTable(
  ['', 'p50, ms', 'p90, ms'],
  [
    ['first meaningful paint', ms(at(overview.first, 0.5)), ms(at(overview.first, 0.9))],
    ['all panels ready', ms(at(overview.ready, 0.5)), ms(at(overview.ready, 0.9))],
  ]
)}

## What each page asks

Queries to Prometheus, the requests they travel in, and those to the ledger, once each page is open. ${raw.length === 0 ? 'None' : `**${raw.length}**`} of them
touches raw series (counters as they are scraped) over more than a day.

${markdownTable(['page', 'queries', 'requests', 'to the ledger', 'slowest answer, ms', 'ready, ms'], pages)}`
  );
  if (raw.length > 0) {
    console.error(`raw series over more than a day:\n${raw.join('\n')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await books.end();
}

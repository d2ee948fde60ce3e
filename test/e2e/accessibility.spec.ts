/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { appPages } from './appPages.ts';
import { test } from './appTest.ts';
import { settled, watchRequests } from './settled.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Grafana names every button of its own legends "All series selected": not the app's to mend. */
const GRAFANA_LEGEND = '[data-testid="data-testid viz-layout-legend"]';

/** What axe finds serious or worse in the page's content, a line each. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (legend) =>
      (window as unknown as { axe: { run: (context: object) => Promise<AxeResults> } }).axe.run({
        include: ['main'],
        exclude: [legend],
      }),
    GRAFANA_LEGEND
  );
  expect(passes.length, 'axe found something to look at').toBeGreaterThan(10);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`));
}

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing serious on any page, ${theme}`, async ({ page, open, request }) => {
    watchRequests(page);
    const found: Record<string, string[]> = {};
    await page.goto(`/a/aifinops-app/overview?theme=${theme}`);
    for (const { name, path } of await appPages(request)) {
      await open(path);
      await settled(page);
      const serious = await seriousIn(page);
      if (serious.length > 0) {
        found[name] = serious;
      }
    }
    expect(found).toEqual({});
  });
}

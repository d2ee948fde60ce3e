/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { appPages } from './appPages.ts';
import { test } from './appTest.ts';
import { settled, watchRequests } from './settled.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Grafana names every button of its own legends "All series selected": not the app's to mend. */
const GRAFANA_LEGEND = '[data-testid="data-testid viz-layout-legend"]';

/** What axe finds serious or worse in the page's content, a line each. */
async function seriousIn(page: Page, runOnly?: RunOptions['runOnly']): Promise<string[]> {
  await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  const { violations, passes } = await page.evaluate(
    ([legend, asked]) =>
      (window as unknown as { axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> } }).axe.run(
        { include: ['main'], exclude: [legend] },
        asked
      ),
    [GRAFANA_LEGEND, options] as const
  );
  expect(passes.length, 'axe found something to look at').toBeGreaterThan(runOnly ? 0 : 10);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`));
}

/** A theme changes colours, and nothing else. */
const THEMES = [{ theme: 'dark' }, { theme: 'light', rules: ['color-contrast', 'link-in-text-block'] }];

for (const { theme, rules } of THEMES) {
  test(`axe finds nothing serious on any page, ${theme}`, async ({ page, open, request }) => {
    watchRequests(page);
    const found: Record<string, string[]> = {};
    await page.goto(`/a/aifinops-app/overview?theme=${theme}`);
    for (const { name, path } of await appPages(request)) {
      await open(path);
      await settled(page);
      const serious = await seriousIn(page, rules);
      if (serious.length > 0) {
        found[name] = serious;
      }
    }
    expect(found).toEqual({});
  });
}

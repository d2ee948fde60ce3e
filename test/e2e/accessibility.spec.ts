/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { appPages } from './appPages.ts';
import { settled } from './settled.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.skip(() => test.info().project.name !== 'UTC', 'in one time zone, as it has nothing to do with them');

/** What axe finds serious or worse in the app's part of the page, a line each. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe.run(
      document,
      {
        resultTypes: ['violations'],
      }
    )
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`));
}

test('axe finds nothing serious on any page, dark and light', async ({ page, request }) => {
  const found: Record<string, string[]> = {};
  for (const { name, path } of await appPages(request)) {
    for (const theme of ['dark', 'light']) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
      await settled(page);
      const serious = await seriousIn(page);
      if (serious.length > 0) {
        found[`${name}, ${theme}`] = serious;
      }
    }
  }
  expect(found).toEqual({});
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import { BillBooks } from '../../../instrumentation/ledger/src/bills/billBooks.ts';
import { billsPath } from '../../../instrumentation/ledger/src/bills/billsPath.ts';
import { fetchBill, type BillApi } from '../../../instrumentation/ledger/src/bills/fetch/fetchBill.ts';
import type { Charge } from './charge.ts';
import { simulatedCharges } from './simulatedCharges.ts';
import { ADMIN_KEYS, startBilling, type Billing } from './startBilling.ts';

const MONTH = '2026-09';
const [FROM, TO] = [Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1)];
const NAMES = {
  accounts: new Map<string, string>(),
  model: (_: string, model: string) => model,
  rate: () => undefined,
};
const PATHS = {
  openai: '/v1/organization/costs',
  analytics: '/v1/organizations/analytics/cost',
  report: '/v1/organizations/cost_report',
};

let billing: Billing;
let directory: string;
let books: BillBooks;
before(() => {
  directory = mkdtempSync(join(tmpdir(), 'billing-'));
});
after(() => rmSync(directory, { recursive: true }));
beforeEach(async () => {
  billing = await startBilling({ nowMs: Date.UTC(2026, 10, 1) });
  books = new BillBooks(billsPath(mkdtempSync(join(directory, 'books-'))));
});
afterEach(async () => {
  books.close();
  await billing.close();
});

const CHARGES = {
  openai: simulatedCharges('openai', FROM, TO, '1'),
  anthropic: simulatedCharges('anthropic', FROM, TO, '1'),
};
const charges = (provider: Charge['provider']) => CHARGES[provider];
const sum = (of: readonly { readonly nanoUsd: bigint }[]) => of.reduce((total, { nanoUsd }) => total + nanoUsd, 0n);
const billed = (lines: readonly BillLine[]) => lines.reduce((total, line) => total + line.billedNanoUsd, 0n);

async function fetched(api: BillApi, key = ADMIN_KEYS[api]) {
  const pause = () => Promise.resolve();
  return fetchBill(api, MONTH, { key, baseUrl: billing.url, names: NAMES, nowMs: billing.nowMs, pause });
}
async function imported(api: BillApi): Promise<boolean> {
  const { month, state } = await fetched(api);
  return books.keep(month, { state, source: `${api} API`, nowMs: billing.nowMs });
}
const newest = () => books.newest().flatMap((one) => books.lines(one));
/** What a bill says of each day, component, model, tier and account, by text. */
const told = (lines: readonly BillLine[]) =>
  lines
    .map((one) => [one.day, one.account, one.model, one.tier, one.component, one.quantity, one.billedNanoUsd].join(' '))
    .sort();
const truth = (of: readonly Charge[], hasQuantity: boolean) =>
  of
    .map(({ day, account, model, tier, component, quantity, nanoUsd }) =>
      [day, account, model, tier, component, hasQuantity ? quantity : undefined, nanoUsd].join(' ')
    )
    .sort();

test('OpenAI: every page, null buckets and all, to the nano-USD, with quantities', async () => {
  billing.charges.add(...charges('openai'));
  assert.equal(await imported('openai'), true);
  assert.deepEqual(told(newest()), truth(charges('openai'), true));
  assert.equal(billing.requests.length, 5, 'five pages of a week');
});

test('OpenAI: where costs have no quantities, those of the usage API', async () => {
  billing.hasQuantities = false;
  billing.charges.add(...charges('openai'));
  const usage = '/v1/organization/usage/completions';
  billing.troubles = [{ path: usage, answer: 403 }];
  await imported('openai');
  assert.deepEqual(told(newest()), truth(charges('openai'), false), 'a key that may not read usage');
  await imported('openai');
  assert.deepEqual(told(newest()), truth(charges('openai'), true));
});

test('Anthropic: cost analytics in cents with the list price, and without quantities', async () => {
  billing.charges.add(...charges('anthropic'));
  await imported('anthropic');
  const of = charges('anthropic').map((one) =>
    one.component === 'web_search' ? { ...one, tier: 'default' as const } : one
  );
  const lines = newest();
  assert.equal(billed(lines), sum(of));
  assert.equal(
    lines.reduce((total, line) => total + (line.listNanoUsd ?? 0n), 0n),
    of.reduce((total, one) => total + one.listNanoUsd, 0n)
  );
  assert.deepEqual(
    told(lines.filter((one) => one.component !== 'web_search')),
    truth(
      of.filter((one) => one.component !== 'web_search'),
      false
    )
  );
});

test('Anthropic: the classic reports have quantities, and not the priority tier', async () => {
  billing.hasAnalytics = false;
  billing.charges.add(...charges('anthropic'));
  await imported('anthropic');
  const known = charges('anthropic').filter(({ tier }) => tier !== 'priority');
  assert.equal(billed(newest()), sum(known));
  assert.deepEqual(
    told(newest().filter((one) => one.component !== 'web_search')),
    truth(
      known.filter((one) => one.component !== 'web_search'),
      true
    )
  );
});

test('usage that comes late and corrections are revisions; a fetch that tells nothing new is none', async () => {
  const of = charges('openai');
  const [first, last] = [of[0], of.at(-1)];
  assert.ok(first && last);
  const correction = { ...first, nanoUsd: first.nanoUsd - 1_000n, knownMs: Date.UTC(2026, 9, 9) };
  billing.charges.add(...of, correction);
  const seen: [bigint, string][] = [];
  // Before the last day is told of, just after, after the month is final, and after the correction.
  const moments = [TO + 3_600_000, TO + 6 * 3_600_000, TO + 7 * 3_600_000, Date.UTC(2026, 9, 7), Date.UTC(2026, 9, 10)];
  for (const nowMs of moments) {
    billing.nowMs = nowMs;
    await imported('openai');
    await imported('openai');
  }
  for (const revision of books.revisions()) {
    seen.push([billed(books.lines(revision)), revision.state]);
  }
  const early = sum(of.filter(({ knownMs }) => knownMs <= TO + 3_600_000));
  assert.ok(early < sum(of));
  assert.deepEqual(seen, [
    [early, 'provisional'],
    [sum(of), 'provisional'],
    [sum(of), 'final'],
    [sum(of) - 1_000n, 'final'],
  ]);
});

for (const [api, path] of [
  ['openai', PATHS.openai],
  ['anthropic', PATHS.analytics],
] as const) {
  test(`${api}: a busy, failing and breaking API on any page changes nothing`, async () => {
    billing.charges.add(...charges(api));
    await imported(api);
    const before = told(newest());
    billing.troubles = [429, 'cut', 500, 503, 429, 502, 'cut'].map((answer) => ({
      path,
      answer: answer as number | 'cut',
      retryAfterSeconds: 0,
    }));
    // Four in a row are waited out, the fifth try of one page gives up.
    await assert.rejects(imported(api), /nothing was kept/);
    assert.equal(await imported(api), false);
    assert.deepEqual(told(newest()), before);
    assert.equal(billing.troubles.length, 0);
  });

  test(`${api}: a wrong key is told of without the key, and keeps what is there`, async () => {
    billing.charges.add(...charges(api));
    await imported(api);
    await assert.rejects(fetched(api, 'sk-admin-wrong-9876543210'), (error: Error) => {
      assert.match(error.message, /401: .*_ADMIN_KEY has to be an admin key/);
      assert.doesNotMatch(error.message, /9876543210/);
      return true;
    });
    assert.equal(books.revisions().length, 1);
  });
}

test('an import that is killed between pages keeps nothing, and run again keeps what an undisturbed one does', async () => {
  books.close();
  const data = mkdtempSync(join(directory, 'killed-'));
  billing.charges.add(...charges('openai'));
  const run = () => {
    const main = join(import.meta.dirname, '../../../instrumentation/ledger/src/cli/main.ts');
    const from = ['bills', 'import', '--openai', '--month', MONTH, '--base-url', billing.url, '--data', data];
    const child = spawn(process.execPath, ['--conditions=@ai-finops/source', main, ...from], {
      env: { ...process.env, OPENAI_ADMIN_KEY: ADMIN_KEYS.openai },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
  };
  billing.troubles = [{ path: PATHS.openai, answer: 'held', after: 2 }];
  const { child, ended } = run();
  while (billing.requests.length < 3) {
    await sleep(2);
  }
  child.kill('SIGKILL');
  await ended;
  books = new BillBooks(billsPath(data));
  assert.deepEqual(books.revisions(), []);
  assert.equal(await run().ended, 0);
  assert.equal(books.revisions().length, 1);
  // The command spells models as the price book does.
  const spelled = charges('openai').map((one) => ({ ...one, model: one.model?.replace('-2024-08-06', '') ?? null }));
  assert.deepEqual(told(newest()), truth(spelled, true));
});

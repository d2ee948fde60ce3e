import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import {
  type Reply,
  TODAY,
  YESTERDAY,
  answerLedger,
  askedFor,
  resetStage,
  stage,
} from '../../components/frame/stage.fixture.tsx';
import { DAY_MS } from '../../queries/dayMs.ts';
import { books, day, one } from './books.fixture.ts';
import { OverviewPage } from './OverviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

/** What stands in the fixture's cost, so that a calibrated answer can be told from it. */
const SPENT = { search: { openai: 600.1, local: 400.025 }, unallocated: { openai: 284.245 } };
const RATIO = 1.1;
const calibratedCost = (name: keyof typeof SPENT) =>
  Object.entries(SPENT[name]).reduce((sum, [provider, usd]) => sum + usd * (provider === 'openai' ? RATIO : 1), 0);
const SUM = calibratedCost('search') + calibratedCost('unallocated');
const TIMES = `* on (provider) group_left () (label_replace(vector(${RATIO}), "provider", "openai", "", ""))`;

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
/** $100 a day, always. */
const forecasts = {
  forecasts: { state: 'ready', reason: null, days: [{ day: iso(TODAY) }], kept: [] },
  days: {
    days: Array.from({ length: 60 }, (_, index) => ({
      day: iso(TODAY - (60 - index) * DAY_MS),
      state: 'closed',
      restatedNanoUsd: '100000000000',
    })),
  },
  events: { events: [] },
};

const bills = { reply: one(RATIO, { provider: 'openai', month: '2026-10' }) };

function billedBooks(expr: string): Reply {
  if (expr === 'genai_provider_calibration_ratio') {
    return bills.reply;
  }
  if (expr === 'genai_month_calibration_ratio') {
    return one(1.2, { provider: 'openai', month: '2026-09' });
  }
  if (expr.startsWith('group by (provider)')) {
    return [...(one(1, { provider: 'openai' }) as []), ...(one(1, { provider: 'local' }) as [])];
  }
  if (expr.includes('genai_forecast_usd')) {
    return ['0.1', '0.5', '0.9'].flatMap(
      (quantile, index) => one(9_000 + index * 100, { scenario: 'expected', quantile }) as Exclude<Reply, string>
    );
  }
  if (expr.includes(' / sum(')) {
    return expr.includes('23h59m') ? [] : one(1.05);
  }
  if (!expr.includes(TIMES) || expr.includes('offset 7d') || expr.includes('23h59m')) {
    return books(expr);
  }
  return expr.startsWith('sum by (feature)')
    ? Object.keys(SPENT).flatMap(
        (feature) => one(calibratedCost(feature as keyof typeof SPENT), { feature }) as Exclude<Reply, string>
      )
    : one(SUM);
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/overview');
  bills.reply = one(RATIO, { provider: 'openai', month: '2026-10' });
  resetStage(billedBooks);
});

afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <OverviewPage settings={{}} />
    </Routed>
  );
const text = (id: string) => screen.getByTestId(id).textContent?.replaceAll('\u202f', ' ');

test('the switch calibrates headline, rows and month, says by which bill, and what stays an estimate', async () => {
  answerLedger({ economics: { features: [], tenants: [] }, ...forecasts });
  show();
  await screen.findByText('$1,284.37', { selector: '[data-testid=headline-value]' });
  expect(screen.queryByTestId('basis')).toBeNull();
  expect(screen.queryByTestId('basis-note')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'Calibrated to the bill' }));
  const usd = `$${SUM.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  await screen.findByText(usd, { selector: '[data-testid=headline-value]' });
  expect(locationService.getSearchObject()).toMatchObject({ basis: 'bill' });
  expect(text('headline')).toContain('calibrated, bill of October 2026');
  expect(text('month-to-date')).toContain('calibrated, bill of October 2026');
  expect(text('open-day')).not.toContain('calibrated');
  // 22 closed days and 8 to come, $100 each as estimated.
  await waitFor(() => expect(text('outlook')).toContain('$3,150'));
  expect(text('outlook')).toContain('calibrated, bill of October 2026');
  await waitFor(() => expect(text('brief-quarter')).toContain('expected usage $9,555 ($9,450 – $9,660)'));
  expect(text('brief-quarter')).toContain('Calibrated at the ratio of the last 28 closed days.');
  await waitFor(() => expect(text('basis-note')).toContain('Without a final bill, so estimates: local.'));
  expect(text('basis-note')).toContain('openai +10.0 % by its bill of October 2026');
  expect(text('basis-note')).toContain('Months before by their own final bills: openai September 2026 +20.0 %.');
  const cells = ['search', 'unallocated'].map((name) =>
    Number(
      screen
        .getByTestId('breakdown')
        .querySelector(`[data-name=${name}] [data-column=cost]`)
        ?.textContent?.replace(/[$,]/g, '')
    )
  );
  expect(cells).toEqual([1060.14, 312.67]);
  expect(screen.getByTestId('breakdown-total').querySelector('[data-column=cost]')).toHaveTextContent(usd);
  expect(text('brief')).toContain('calibrated, bill of October 2026');
  // Ninety days, drawn: September at its own ratio, the days before and after at October's.
  const drawn = askedFor().find(
    (expr) =>
      expr.startsWith('sum by (feature) (sum by (feature, provider) (last_over_time') && expr.includes('offset -1d')
  );
  const [start, end] = [Date.UTC(2026, 8, 1) / 1000, Date.UTC(2026, 9, 1) / 1000];
  expect(drawn).toContain(
    `(label_replace(vector(1.2), "provider", "openai", "", "")) and on () (vector(time()) >= ${start} < ${end})`
  );
  // What an outcome cost rests on the same ratio as the cost beside it; and so does the brief's.
  const ratios = stage.told
    .filter((url) => url.includes('/economics?'))
    .map((url) => new URLSearchParams(url).getAll('calibration'));
  expect(ratios.filter((one) => one.length > 0)).toEqual(
    Array(2).fill([`openai:${RATIO.toFixed(12)}`, `openai:2026-09:${(1.2).toFixed(12)}`])
  );
});

test('a link carries the basis; where no final bill is known the page says that it shows estimates', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill');
  bills.reply = [];
  show();
  await screen.findByText('$1,284.37', { selector: '[data-testid=headline-value]' });
  expect(text('basis-note')).toContain('Estimates. No final bill was imported');
  expect(screen.getByRole('radio', { name: 'Calibrated to the bill' })).toBeDisabled();
  expect(screen.queryByTestId('basis')).toBeNull();
  expect(askedFor().filter((expr) => expr.includes('label_replace'))).toEqual([]);
});

test('bills that could not be asked for are not taken for bills that agree', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill');
  stage.reply = (expr) => (expr === 'genai_provider_calibration_ratio' ? 'too slow' : billedBooks(expr));
  show();
  await screen.findByText('$1,284.37', { selector: '[data-testid=headline-value]' });
  expect(text('basis-note')).toContain('What the bills say is not known: too slow');
});

test('months that could not be asked for are not taken for months without a bill', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill');
  stage.reply = (expr) => (expr === 'genai_month_calibration_ratio' ? 'too slow' : billedBooks(expr));
  show();
  await screen.findByText('$1,284.37', { selector: '[data-testid=headline-value]' });
  expect(text('basis-note')).toContain('What the bills say is not known: too slow');
});

test('tenants are calibrated by the ledger’s books, with the total above them', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill&by=tenant');
  const cost = (name: string, costNanoUsd: string) => ({ name, costNanoUsd });
  const costs = {
    costs: [cost('acme', '1000000000000'), cost('beta', '300000000000')],
    others: { names: 3, costNanoUsd: '72810000000' },
    tenantProvidersUnknownThrough: null,
  };
  answerLedger({ ...forecasts, costs });
  show();
  const usd = `$${SUM.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  await screen.findByText(usd, { selector: '[data-testid=headline-value]' });
  const cells = ['acme', 'beta', 'other'].map((name) =>
    screen.getByTestId('breakdown').querySelector(`[data-name=${name}] [data-column=cost]`)
  );
  expect(cells.map((cell) => cell?.textContent)).toEqual(['$1,000.00', '$300.00', '$72.81']);
  const asked = stage.told
    .filter((url) => url.includes('/costs?'))
    .map((url) => new URLSearchParams(url.split('?')[1]));
  const ratio = `openai:${RATIO.toFixed(12)}`;
  const september = `openai:2026-09:${(1.2).toFixed(12)}`;
  expect(asked.filter((params) => params.get('by') === 'tenant').length).toBeGreaterThan(2);
  for (const params of asked.filter((one) => one.has('by'))) {
    const isOfSeptember = String(params.get('from')) < '2026-10-01';
    expect(params.getAll('calibration')).toEqual(isOfSeptember ? [ratio, september] : [ratio]);
  }
  // The brief lists the dearest only.
  await waitFor(() => expect(text('brief')).toContain('acme'));
  expect(text('basis-note')).toContain('Calibrated: openai');
});

test('where no ledger has the books, calibrated tenants say so and are not taken for estimates', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill&by=tenant');
  show();
  await screen.findByTestId('headline');
  expect(await screen.findByText(/by tenant has no answer: not known: what tenants cost as billed/)).toBeVisible();
});

test('a day that is not closed is an estimate, compared with one', async () => {
  locationService.replace('/a/aifinops-app/overview?basis=bill');
  stage.reply = (expr) =>
    expr.startsWith('max(last_over_time(genai_daily_close_complete[23h59m]')
      ? [{ values: [day(YESTERDAY - DAY_MS, 1)] }]
      : billedBooks(expr);
  show();
  await screen.findByTestId('headline-change');
  expect(text('headline')).toContain('closing, provisional');
  expect(text('headline')).not.toContain('calibrated');
  const before = askedFor().filter((expr) => expr.startsWith('sum(') && expr.includes('offset 7d'));
  expect(before.length).toBeGreaterThan(0);
  expect(before.filter((expr) => expr.includes('label_replace'))).toEqual([]);
});

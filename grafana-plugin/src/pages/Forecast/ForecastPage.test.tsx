import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import {
  type Reply,
  TODAY,
  resetStage,
  stage,
  answerLedger,
  closedBooks,
} from '../../components/frame/stage.fixture.tsx';
import { DAY_MS } from '../../queries/dayMs.ts';
import { ForecastPage } from './ForecastPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const text = (at: number) => new Date(at).toISOString().slice(0, 10);
const score = { days: 6, error: 0.05, sumError: -0.02, within80: 0.8, within95: 1 };

function prometheus(expr: string): Reply {
  return expr.includes('genai_budget_usd')
    ? [{ labels: { name: 'total' }, values: [[TODAY, 2350]] }]
    : closedBooks(expr);
}

/** $100 a day, always: whatever the model, the median is that. */
const days = Array.from({ length: 90 }, (_, index) => ({
  day: text(TODAY - (90 - index) * DAY_MS),
  state: 'closed',
  restatedNanoUsd: '100000000000',
}));
const forecasts = {
  state: 'ready',
  reason: null,
  days: [{ day: text(TODAY) }],
  kept: [{ days: [{ day: '2026-11-16' }], score }],
};
const event = {
  id: 'e1',
  record: { lever: 'batch_shifting', feature: 'digest', date: '2026-12-01', expectedUsdPerMonth: 304.375 },
};

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/forecast');
  resetStage(prometheus);
});

afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <ForecastPage settings={{}} />
    </Routed>
  );
const cell = (usage: number) =>
  screen.getByTestId('scenarios').querySelector(`tr[data-usage="${usage}"] [data-column=quarter]`);

test('answers at half, expected and double, says when the budget ends and how good it was', async () => {
  answerLedger({ forecasts, days: { days }, events: { events: [event] } });
  show();
  await screen.findByTestId('scenarios');
  expect(cell(0.5)).toHaveTextContent('$4,500');
  expect(cell(1)).toHaveTextContent('$9,000');
  expect(cell(2)).toHaveTextContent('$18.0k');
  const month = within(screen.getByTestId('month-outlook')).getAllByRole('row');
  expect(month[2]).toHaveTextContent('$3,000');
  expect(month[2]).toHaveTextContent('over on Tue 24 Nov');
  expect(screen.getByTestId('past-forecasts')).toHaveTextContent('2.0 % less');
});

test('where calibrated numbers were chosen, each figure says that it is an estimate', async () => {
  answerLedger({ forecasts, days: { days }, events: { events: [event] } });
  const { unmount } = show();
  await screen.findByTestId('scenarios');
  expect(screen.queryByTestId('estimate')).toBeNull();
  unmount();
  locationService.replace('/a/aifinops-app/forecast?basis=bill');
  show();
  const heads = within(await screen.findByTestId('scenarios')).getAllByRole('columnheader');
  expect(heads.map((head) => within(head).queryByTestId('estimate') !== null)).toEqual([false, true, true]);
  expect(screen.getByRole('heading', { name: /Does this month’s budget last/ })).toHaveTextContent('estimate');
  expect(screen.getByTestId('basis-note')).toHaveTextContent(/^Estimates. No final bill was imported/);
});

/** Billed 10 % above the estimate over the last weeks, but 30 % above it on the last day. */
const RECENT = TODAY - DAY_MS;
function billed(expr: string): Reply {
  if (expr === 'genai_provider_calibration_ratio') {
    return [{ labels: { provider: 'openai', month: '2026-10' }, values: [[TODAY, 1.25]] }];
  }
  if (expr.startsWith('group by (provider)')) {
    return ['openai', 'local'].map((provider) => ({
      labels: { provider },
      values: [[TODAY, 1]] as [number, number][],
    }));
  }
  if (expr.includes(' / sum(')) {
    return expr.includes('offset -1d') ? [{ values: [[RECENT, 1.3]] }] : [{ values: [[TODAY, 1.1]] }];
  }
  return expr.includes('offset -1d') && expr.includes('cost_usd') ? [{ values: [[RECENT, 200]] }] : prometheus(expr);
}

test('calibrated, forecast, outlook and closed days are times what was billed, and the words say how', async () => {
  locationService.replace('/a/aifinops-app/forecast?basis=bill&table=1&price=10&planned=e1&by=tenant');
  stage.reply = billed;
  answerLedger({ forecasts, days: { days }, events: { events: [event] } });
  show();
  await screen.findByTestId('scenarios');
  // The price is on top of the ratio; what is planned is added as it was written: 90 × $100 × 1.1 × 1.1 − 82 × $10.
  expect(cell(1)).toHaveTextContent('$10.1k');
  expect(cell(2)).toHaveTextContent('$21.0k');
  const heads = within(screen.getByTestId('scenarios')).getAllByRole('columnheader');
  expect(heads.map((head) => within(head).queryByTestId('basis')?.textContent)).toEqual([
    undefined,
    ...Array<string>(2).fill('calibrated, bill of October 2026'),
  ]);
  expect(screen.queryByTestId('estimate')).toBeNull();
  // 21 days of November at the ratio of the weeks, the last at its own.
  expect(screen.getByTestId('budget-line')).toHaveTextContent(/\$2,440\.00 spent so far/);
  const drawn = within(screen.getByTestId('fan-table')).getAllByRole('row');
  expect(drawn.find((row) => row.textContent?.startsWith('Sun 22 Nov'))).toHaveTextContent('$260');
  expect(screen.getByTestId('forecast-basis')).toHaveTextContent('The forecast +10.0 %');
  expect(screen.getByTestId('basis-note')).toHaveTextContent('Without a final bill, so estimates: local.');
  fireEvent.click(screen.getByRole('radio', { name: 'Estimate' }));
  await waitFor(() => expect(cell(1)).toHaveTextContent('$9,080'));
  expect(screen.queryByTestId('forecast-basis')).toBeNull();
});

test.each([
  ['a provider without a bill', '&var-provider=local', billed, undefined],
  [
    'weeks that cost nothing',
    '',
    (expr: string) => (expr.includes(' / sum(') ? [] : billed(expr)),
    'Estimates: the last 28 closed days cost nothing, so there is no ratio to the bills.',
  ],
  [
    'a ratio that is not answered',
    '',
    (expr: string) => (expr.includes(' / sum(') ? 'too slow' : billed(expr)),
    /too slow/,
  ],
])('%s leaves the forecast an estimate, and says so', async (_, search, reply, words) => {
  locationService.replace(`/a/aifinops-app/forecast?basis=bill${search}`);
  stage.reply = reply;
  answerLedger({ forecasts, days: { days }, events: { events: [event] } });
  show();
  await screen.findByTestId('scenarios');
  expect(cell(1)).toHaveTextContent('$9,000');
  expect(screen.queryByTestId('basis')).toBeNull();
  expect(screen.getAllByTestId('estimate').length).toBeGreaterThan(2);
  if (words !== undefined) {
    expect(screen.getByTestId('forecast-basis')).toHaveTextContent(words);
  }
});

test('assumptions live in the URL and change the numbers', async () => {
  locationService.replace('/a/aifinops-app/forecast?usage=1.5&price=10');
  answerLedger({ forecasts, days: { days }, events: { events: [event] } });
  show();
  await screen.findByTestId('scenarios');
  expect(cell(1.5)).toHaveTextContent('$14.8k');
  fireEvent.click(screen.getByLabelText(/batch shifting · digest/));
  // $10 a day less from the ninth day on: 14,850 − 82 × 10.
  await waitFor(() => expect(cell(1.5)).toHaveTextContent('$14.0k'));
  expect(locationService.getLocation().search).toContain('planned=e1');
  fireEvent.click(screen.getByRole('button', { name: 'Back to the ledger’s forecast' }));
  await waitFor(() => expect(cell(1)).toHaveTextContent('$9,000'));
});

test.each([
  [
    'why there is no number',
    { forecasts: { state: 'too_short', reason: '3 closed days of history.', days: [], kept: [] } },
    '3 closed days of history.',
  ],
  ['that there is no ledger', {}, 'An administrator can set it'],
])('says %s', async (_, answers, words) => {
  answerLedger(answers);
  show();
  expect(await screen.findByText(new RegExp(words))).toBeInTheDocument();
});

test('a ledger that refuses is named as that', async () => {
  stage.ledger = () => throwError(() => ({ status: 403, statusText: 'Forbidden', data: { message: 'no' } }));
  show();
  expect(await screen.findByText('You may not see these numbers')).toBeInTheDocument();
});

const committed = {
  ...{ provider: 'openai', usd: 20_000, usedBeforeUsd: null, source: 'owners_file' },
  ...{ from: text(TODAY - 50 * DAY_MS), through: text(TODAY + 99 * DAY_MS) },
};

test('holds what is forecast of a provider against what is committed to it', async () => {
  answerLedger({ forecasts, days: { days }, events: { events: [] }, commitments: { commitments: [committed] } });
  show();
  const row = await screen.findByRole('row', { name: /^openai/ }, { timeout: 10_000 });
  // $5,000 are used, $15,000 remain for 100 days; the 90 of the forecast cost $9,000.
  expect(row).toHaveTextContent('$20.0k');
  expect(row).toHaveTextContent('$5,000');
  expect(row).toHaveTextContent(/100\s%of \$9,000 in 90 days/);
  expect(row).toHaveTextContent(/it takes \$150\S* a day, forecast are \$100.*some of it would be left idle/);
});

test('says how a commitment is entered, and of one that it cannot be told', async () => {
  const after = { ...committed, from: text(TODAY - 200 * DAY_MS) };
  answerLedger({ forecasts, days: { days }, events: { events: [] }, commitments: { commitments: [after] } });
  const { unmount } = show();
  expect(await screen.findByRole('row', { name: /^openai/ })).toHaveTextContent(
    'Not known: The books begin after it did'
  );
  unmount();
  answerLedger({ forecasts, days: { days }, events: { events: [] }, commitments: { commitments: [] } });
  show();
  expect(await screen.findByTestId('no-commitments')).toHaveTextContent('goes into the owners file');
});

import { type DataFrame, FieldType, LoadingState, type PanelProps, getPanelDataSummary } from '@grafana/data';
import { STEPS } from '@ai-finops/ledger/analysis';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { billSentence } from './billSentence.ts';
import { billSeries } from './billSeries.ts';
import { chosenBill } from './chosenBill.ts';
import { RECONCILIATION_DEFAULTS } from './reconciliationOptions.ts';
import { ReconciliationPanel } from './ReconciliationPanel.tsx';
import { suggestReconciliation } from './suggestReconciliation.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

/** As Prometheus answers an instant query: a frame a series. */
const number = (labels: Record<string, string>, value: number | null): DataFrame => ({
  length: 1,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: [0] },
    { name: 'Value', type: FieldType.number, config: {}, labels, values: [value] },
  ],
});
const bill = (provider: string, month: string, usd: Readonly<Record<string, number>>): DataFrame[] =>
  Object.entries({ ...Object.fromEntries(STEPS.map((step) => [step, 0])), ...usd }).map(([step, value]) =>
    number({ provider, month, step }, value)
  );
const openai = bill('openai', '2026-10', {
  estimate: 100,
  volume: 10.5,
  credit: -5.25,
  unexplained: 0.01,
  coverage: 0.982,
});

const show = (series: DataFrame[], options = {}) =>
  render(
    <ReconciliationPanel
      {...({ width: 900, height: 300 } as PanelProps<typeof RECONCILIATION_DEFAULTS>)}
      options={{ ...RECONCILIATION_DEFAULTS, ...options }}
      data={{ state: LoadingState.Done, series, timeRange: {} as never }}
    />
  );
const stepsShown = () =>
  [...screen.getByTestId(/^waterfall/).querySelectorAll<HTMLElement>('[data-step]')].map((row) => [
    row.dataset['step'],
    row.querySelector('td')?.textContent,
  ]);

test('draws the newest month from the estimate to the bill, steps of nothing left out, the unexplained cent not', () => {
  show([...bill('openai', '2026-09', { estimate: 7 }), ...openai]);
  expect(stepsShown()).toEqual([
    ['estimate', '$100.00'],
    ['volume', '+$10.50'],
    ['credit', '−$5.25'],
    ['unexplained', '+$0.01'],
    ['bill', '$105.26'],
  ]);
  expect(screen.getByTestId('panel-sentence')).toHaveTextContent(
    'openai, October 2026: $100.00 estimated, $105.26 billed, $0.0100 unexplained; 98.2 % of the billed usage was recorded.'
  );
});

test('several providers stand together; a name and a month choose one', () => {
  const all = [...openai, ...bill('anthropic', '2026-10', { estimate: 50, tax: 9.5, coverage: 1 })];
  show(all);
  expect(stepsShown().at(-1)).toEqual(['bill', '$164.76']);
  expect(screen.getByTestId('panel-sentence')).toHaveTextContent(
    '98.2 % (openai), 100 % (anthropic) of the billed usage'
  );
  expect(chosenBill(billSeries(all), { month: '2026-10', provider: 'anthropic' })).toMatchObject({
    billNanoUsd: '59500000000',
    estimateNanoUsd: '50000000000',
  });
});

test.each([
  ['nothing', [], {}, /^No bills: this panel draws genai_bill_estimate_usd/],
  ['no such month', openai, { month: '2026-08' }, /^No bill of 2026-08\. There are openai, 2026-10\.$/],
  ['no such provider', openai, { provider: 'x' }, /^No bill of x, 2026-10\./],
  ['no estimate', openai.filter((_, index) => index !== STEPS.length), {}, /has no “estimate” of openai/],
  ['a step left out', openai.slice(1), {}, /has no “uninstrumented” of openai, 2026-10: its steps do not add up/],
  ['a series of two ledgers', [...openai, ...openai], {}, /comes twice: ask for max by \(month, provider, step\)/],
])('%s is said in words, not drawn as $0', (_what, series, options, words) => {
  show(series, options);
  expect(screen.getByRole('status')).toHaveTextContent(words);
});

test('estimate and steps add up to the bill to the nano-USD, whatever they are', () => {
  const nano = fc.integer({ min: -9e14, max: 9e14 });
  fc.assert(
    fc.property(fc.record({ estimate: nano, volume: nano, price: nano, credit: nano }), (amounts) => {
      const usd = Object.fromEntries(Object.entries(amounts).map(([step, value]) => [step, value / 1e9]));
      const drawn = chosenBill(billSeries(bill('p', '2026-10', usd)), RECONCILIATION_DEFAULTS);
      const sum = Object.values(amounts).reduce((all, value) => all + BigInt(value), 0n);
      expect('words' in drawn ? drawn.words : drawn.billNanoUsd).toBe(String(sum));
    })
  );
});

test('a zero bill is one: estimate, the step back to nothing, no share of usage made up', () => {
  const zero = chosenBill(
    billSeries([...bill('p', '2026-10', { estimate: 3, volume: -3 }), number({ step: 'coverage' }, null)]),
    RECONCILIATION_DEFAULTS
  );
  expect('words' in zero ? zero.words : billSentence(zero)).toBe(
    'p, October 2026: $3.00 estimated, $0 billed, nothing unexplained.'
  );
});

test('is suggested where there is an estimate of a bill', () => {
  expect(suggestReconciliation(getPanelDataSummary(openai))).toHaveLength(1);
  expect(suggestReconciliation(getPanelDataSummary([number({ feature: 'a' }, 1)]))).toBeUndefined();
});

import { LoadingState, type PanelProps, getPanelDataSummary } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { DAY_MS } from '../../queries/dayMs.ts';
import { FIRST, daily } from '../frames/daily.fixture.ts';
import { readDaily } from '../frames/readDaily.ts';
import { FORECAST_DEFAULTS, type ForecastOptions } from './forecastOptions.ts';
import { ForecastPanel } from './ForecastPanel.tsx';
import { projection } from './projection.ts';
import { suggestForecast } from './suggestForecast.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const project = (values: readonly (number | null)[], options: Partial<ForecastOptions> = {}) => {
  const read = readDaily([daily({ feature: 'a' }, values), daily({ feature: 'b' }, values)]);
  return 'words' in read ? read : projection(read, { ...FORECAST_DEFAULTS, ...options });
};
const steady = Array<number>(60).fill(50);

test('what costs $100 a day, always, costs that: the sum of all series, from the day after the last', () => {
  const drawn = project(steady, { horizon: 30, budget: 3000 });
  if ('words' in drawn) {
    throw new Error(drawn.words);
  }
  const coming = drawn.days.filter(({ usd }) => usd !== undefined);
  expect(coming).toHaveLength(30);
  expect(coming[0]?.atMs).toBe(FIRST + 60 * DAY_MS);
  expect(coming[29]?.usd).toBeCloseTo(100, 6);
  // The first day to come is 30 November.
  expect(drawn.budgetADay).toBe(100);
  expect(drawn.sentence).toBe(
    '$3,000 in the next 30 days, $2,999 to $3,001 in 8 of 10 cases; $100 a day after $100 in the last 30.'
  );
});

test('double usage is twice the money, and says so', () => {
  expect(project(steady, { horizon: 10, usage: 2 })).toMatchObject({
    sentence: expect.stringMatching(/^At double usage: \$2,000 in the next 10 days/) as unknown,
    budgetADay: undefined,
  });
});

test('bounds hold the median, and the wider ones hold the narrower', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 14, maxLength: 90 }), (values) => {
      const drawn = project(values, { horizon: 7 });
      for (const day of 'words' in drawn ? [] : drawn.days) {
        const { low95 = 0, low80 = 0, usd = 0, high80 = 0, high95 = 0 } = day;
        expect([low95, low80, usd, high80, high95]).toEqual([low95, low80, usd, high80, high95].sort((a, b) => a - b));
      }
    }),
    { numRuns: 30 }
  );
});

test('too little history is said in words', () => {
  render(
    <ForecastPanel
      {...({ width: 900, height: 300, options: FORECAST_DEFAULTS } as PanelProps<ForecastOptions>)}
      data={{ state: LoadingState.Done, series: [daily({ a: 'x' }, [1, 2, 3])], timeRange: {} as never }}
    />
  );
  expect(screen.getByRole('status')).toHaveTextContent('3 closed days of history; a forecast needs 14');
});

test('is suggested for two weeks of days', () => {
  expect(suggestForecast(getPanelDataSummary([daily({}, steady)]))).toHaveLength(1);
  expect(suggestForecast(getPanelDataSummary([daily({}, steady.slice(0, 13))]))).toBeUndefined();
});

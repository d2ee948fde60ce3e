import type { ScopeForecast } from '../questions/forecasts.ts';
import { forecastSeries } from './forecastSeries.ts';

/** 2026-11-22: nine days of November are left. */
const FIRST_DAY = 20_779;
const usd = Array.from({ length: 90 }, () => 10);

const one: ScopeForecast = {
  scope: 'total',
  name: '',
  monthToDateUsd: 200,
  forecast: {
    state: 'ready',
    path: { firstDay: FIRST_DAY, usd, spreads: [{ kind: 'shared', usd: usd.map(() => 1) }] },
    coverage: [],
    notes: [],
  },
  lastKept: undefined,
  outsideShare: undefined,
};

const at = (scenario: string, horizon: string, quantile: string) =>
  forecastSeries([one], 'platform').find(
    ({ labels }) => labels.scenario === scenario && labels.horizon === horizon && labels.quantile === quantile
  );

test('33 samples a name, the month with what is closed of it', () => {
  expect(forecastSeries([one], 'platform')).toHaveLength(33);
  expect(at('expected', 'month', '0.5')).toEqual({
    labels: { scope: 'total', name: 'platform', scenario: 'expected', horizon: 'month', quantile: '0.5' },
    value: 290,
  });
  expect(at('double', 'month', '0.5')?.value).toBe(200 + 180);
  expect(at('half', '90d', '0.5')?.value).toBe(450);
  expect(at('expected', '30d', '0.9')?.value).toBeCloseTo(300 * Math.exp(0.11), 9);
  expect(at('expected', '30d', '0.975')?.value).toBeCloseTo(300 * Math.exp(0.195), 9);
  expect(at('half', '30d', '0.975')).toBeUndefined();
});

test('a name without a forecast has no series, never 0', () => {
  expect(forecastSeries([{ ...one, forecast: { state: 'gaps', reason: '' } }], 'platform')).toEqual([]);
});

import { type DataFrame, FieldType, LoadingState, type PanelProps, getPanelDataSummary } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { DAY_MS } from '../../queries/dayMs.ts';
import { FIRST, daily } from '../frames/daily.fixture.ts';
import { beforeAndSince } from './beforeAndSince.ts';
import { OPTIMIZATION_DEFAULTS, type OptimizationOptions } from './optimizationOptions.ts';
import { OptimizationPanel } from './OptimizationPanel.tsx';
import { readMarks } from './readMarks.ts';
import { suggestOptimization } from './suggestOptimization.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

/** As Grafana hands a dashboard's annotations to a panel. */
const annotations = (...marks: { time: number; text?: string; title?: string; tags?: string[] }[]): DataFrame => ({
  length: marks.length,
  fields: (['time', 'text', 'title', 'tags'] as const).map((name) => ({
    ...{ name, type: name === 'time' ? FieldType.time : FieldType.other, config: {} },
    values: marks.map((mark) => mark[name]),
  })),
});
const days = Array.from({ length: 21 }, (_, index) => FIRST + index * DAY_MS);
const tags = ['ai-finops', 'optimization'];

test('marks are days with the tag, in order, a day once; the panel’s own date joins them', () => {
  const frame = annotations(
    { time: FIRST + 9.5 * DAY_MS, text: '<b>caching</b>', tags },
    { time: FIRST + 9.9 * DAY_MS, title: 'batch', tags },
    { time: FIRST, text: 'deploy', tags: ['deploy'] }
  );
  expect(readMarks([frame], { ...OPTIMIZATION_DEFAULTS, date: '2026-10-03', what: 'routing' })).toEqual([
    { day: FIRST + 2 * DAY_MS, what: 'routing' },
    { day: FIRST + 9 * DAY_MS, what: 'caching, batch' },
  ]);
  expect(readMarks([frame], { ...OPTIMIZATION_DEFAULTS, tag: '' })).toHaveLength(2);
  expect(readMarks(undefined, OPTIMIZATION_DEFAULTS)).toEqual([]);
});

test.each(['2026-02-30', 'yesterday', '2026-1-1', '"><img>'])('%s is not a day, and that is said', (date) => {
  expect(readMarks([], { ...OPTIMIZATION_DEFAULTS, date })).toEqual({
    words: `“${date}” is not a day: write it like 2026-11-04.`,
  });
});

test('bands and medians hold each side, the day itself is in neither', () => {
  const values = days.map((_, index) => (index < 10 ? 10 + (index % 2) : index === 10 ? 99 : 5));
  const { series, sentence } = beforeAndSince(days, values, [{ day: days[10] ?? 0, what: 'caching' }]);
  const costsOf = (name: string) => series.find((one) => one.name === name)?.costs ?? [];
  expect(costsOf('before, median').slice(9, 12)).toEqual([10.5, undefined, undefined]);
  expect(costsOf('since, median').slice(9, 12)).toEqual([undefined, undefined, 5]);
  expect([costsOf('before, usual low')[0], costsOf('before, usual high')[0]]).toEqual([10, 11]);
  expect(costsOf('a day')).toBe(values);
  expect(sentence.replaceAll('\u202f', ' ')).toBe(
    '52 % less since Sun 11 Oct (caching): $5.00 in the middle of 10 days, $10.50 in the 10 before.'
  );
});

test('of several, the last is what is compared; too few days, or no mark, are said', () => {
  const values = days.map((_, index) => (index < 5 ? 40 : index < 14 ? 20 : 10));
  const marks = [5, 14].map((index) => ({ day: days[index] ?? 0, what: '' }));
  expect(beforeAndSince(days, values, marks).sentence).toMatch(/^50.% less since Thu 15 Oct: \$10\.00 .* 8 before\.$/);
  expect(beforeAndSince(days, values, [{ day: days[19] ?? 0, what: '' }]).sentence).toMatch(/^Too few days since/);
  const none = beforeAndSince(days, values, [{ day: FIRST + 90 * DAY_MS, what: '' }]);
  expect(none.sentence).toMatch(/^No optimization/);
  expect(none.series.map(({ name }) => name)).toEqual([
    'all days, usual low',
    'all days, usual high',
    'all days, median',
    'a day',
  ]);
});

test('whatever the days, a band holds its median and eight of ten days', () => {
  const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(value, { minLength: 21, maxLength: 21 }), fc.integer({ min: 0, max: 20 }), (values, at) => {
      const { series } = beforeAndSince(days, values, [{ day: days[at] ?? 0, what: '' }]);
      for (const side of ['before', 'since']) {
        const [low = [], high = [], middle = []] = ['usual low', 'usual high', 'median'].map(
          (name) => series.find((one) => one.name === `${side}, ${name}`)?.costs
        );
        const held = days.flatMap((_, day) => (low[day] === undefined ? [] : [day]));
        held.forEach((day) => {
          expect(low[day]).toBeLessThanOrEqual(middle[day] ?? NaN);
          expect(middle[day]).toBeLessThanOrEqual(high[day] ?? NaN);
        });
        const known = held.filter((day) => values[day] !== undefined);
        const inside = known.filter(
          (day) => (values[day] ?? 0) >= (low[day] ?? 0) && (values[day] ?? 0) <= (high[day] ?? 0)
        );
        expect(inside.length).toBeGreaterThanOrEqual(Math.floor(known.length * 0.8) - 1);
      }
    })
  );
});

const show = (series: DataFrame[], marks?: DataFrame) =>
  render(
    <OptimizationPanel
      {...({ width: 900, height: 300, options: OPTIMIZATION_DEFAULTS } as PanelProps<OptimizationOptions>)}
      data={{
        ...{ state: LoadingState.Done, series, timeRange: {} as never },
        ...(marks && { annotations: [marks] }),
      }}
    />
  );

test('reads the dashboard’s annotations as text', () => {
  const text = '<img src=x onerror=alert(1)> "caching"';
  show(
    [
      daily(
        {},
        days.map((_, index) => (index < 10 ? 4 : 2))
      ),
    ],
    annotations({ time: FIRST + 10 * DAY_MS, text, tags })
  );
  expect(screen.getByTestId('panel-sentence')).toHaveTextContent(/50.% less since Sun 11 Oct \("caching"\)/);
});

test('several numbers are too many', () => {
  show([daily({ a: '1' }, [1, 2]), daily({ a: '2' }, [1, 2])]);
  expect(screen.getByRole('status')).toHaveTextContent('the query answered 2');
});

test('is suggested for one daily series', () => {
  const one = daily({ a: '1' }, days);
  expect(suggestOptimization(getPanelDataSummary([one]))).toHaveLength(1);
  expect(suggestOptimization(getPanelDataSummary([one, daily({ a: '2' }, days)]))).toBeUndefined();
});

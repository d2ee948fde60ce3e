import { type DataFrame, LoadingState, type PanelProps, getPanelDataSummary } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { FIRST, daily } from '../frames/daily.fixture.ts';
import { AttributionPanel } from './AttributionPanel.tsx';
import { ATTRIBUTION_DEFAULTS, type AttributionOptions } from './attributionOptions.ts';
import { breakdown } from './breakdown.ts';
import { rowHref } from './rowHref.ts';
import { suggestAttribution } from './suggestAttribution.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const HOSTILE = '"} or vector(1) #\n<img src=x onerror=alert(1)>&var-team=x';
const costs = (byName: Record<string, (number | undefined)[]>): DailyCosts => ({
  days: Array.from({ length: Object.values(byName)[0]?.length ?? 0 }, (_, index) => FIRST + index * DAY_MS),
  byName: new Map(Object.entries(byName)),
});
const fourteen = (before: number, now: number) => [...Array<number>(7).fill(before), ...Array<number>(7).fill(now)];

const show = (frames: readonly DataFrame[]) =>
  render(
    <Routed>
      <AttributionPanel
        {...({ width: 900, height: 300 } as PanelProps<AttributionOptions>)}
        data={{ state: LoadingState.Done, series: [...frames], timeRange: {} as never }}
        options={ATTRIBUTION_DEFAULTS}
      />
    </Routed>
  );
const row = (name: string) =>
  [...screen.getByTestId('breakdown').querySelectorAll('tr')].find((line) => line.dataset['name'] === name);

test('adds up the last days by name, dearest first, unallocated and other last, against as many before', () => {
  const { rows, total } = breakdown(
    costs({ other: fourteen(1, 1), unallocated: fourteen(90, 90), chat: fourteen(1, 2), search: fourteen(5, 4) }),
    7,
    10
  );
  expect(rows.map(({ name, now, before }) => [name, now, before])).toEqual([
    ['search', 28, 35],
    ['chat', 14, 7],
    ['unallocated', 630, 630],
    ['other', 7, 7],
  ]);
  expect([total.now, total.before]).toEqual([679, 679]);
});

test('one day is compared with the same weekday; what the answer does not reach is not compared', () => {
  const [one] = breakdown(costs({ a: [1, 2, 3, 4, 5, 6, 7, 8] }), 1, 10).rows;
  expect(one).toMatchObject({ now: 8, before: 1 });
  expect(breakdown(costs({ a: fourteen(1, 2).slice(1) }), 7, 10).total).toMatchObject({ now: 14, before: undefined });
});

test('days to come and the open one have no value: they are not the last day', () => {
  const { lastDay, total } = breakdown(costs({ a: [1, 2, undefined], b: [undefined, 4, undefined] }), 1, 10);
  expect([lastDay, total.now]).toEqual([FIRST + DAY_MS, 6]);
});

test('rows add up to the total, however many stand together', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }), {
    minLength: 9,
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (all, most) => {
      const named = Object.fromEntries(all.map((own, index) => [index === 3 ? 'other' : `n${index}`, own]));
      const { rows, total } = breakdown(costs(named), 4, most);
      expect(rows.reduce((sum, { now }) => sum + (now ?? 0), 0)).toBe(total.now ?? 0);
      expect(rows.length).toBeLessThanOrEqual(most + 3);
    })
  );
});

test('a row leads to what changed for its value in these days, whatever it is called', () => {
  const days = { firstDay: FIRST, lastDay: FIRST + 6 * DAY_MS };
  const field = daily({ feature: HOSTILE }, [1]).fields[1];
  const url = new URL(rowHref(field, 'a nicer name', 'auto', days) ?? '', 'http://grafana');
  expect(url.pathname).toBe('/a/aifinops-app/attribution');
  expect([...url.searchParams]).toEqual([
    ['var-feature', HOSTILE],
    ['by', 'model'],
    ['period', '2026-10-01..2026-10-07'],
  ]);
  expect(rowHref(field, 'x', 'none', days)).toBeUndefined();
  expect(rowHref(undefined, 'x', 'tenant', days)).toContain('var-tenant=x');
  expect(rowHref(daily({ colour: 'red' }, [1]).fields[1], 'red', 'auto', days)).toBeUndefined();
  const linked = { ...field, getLinks: () => [{ href: '/d/own', title: '', target: undefined, origin: {} }] };
  expect(rowHref(linked as never, 'x', 'auto', days)).toBe('/d/own');
});

test('shows numbers, shares and changes as text, hostile names included', () => {
  show([daily({ feature: HOSTILE }, fourteen(10, 15)), daily({ feature: 'unallocated' }, fourteen(5, 5))]);
  expect(row(HOSTILE)).toHaveTextContent(/\$105\.00\s*75\.0.%\s*▲ 50\.0.%/);
  expect(row('')).toHaveTextContent('$140.00');
  expect(screen.getByTestId('breakdown').querySelector('img')).toBeNull();
  expect(screen.getByTestId('panel-sentence')).toHaveTextContent(/The last 7 days cost \$20\.00 a day/);
});

test('says what the query lacks', () => {
  show([]);
  expect(screen.getByRole('status')).toHaveTextContent('one value a day');
});

test('is suggested for several daily series alone', () => {
  const asked = (...frames: DataFrame[]) => suggestAttribution(getPanelDataSummary(frames));
  expect(asked(daily({ a: '1' }, fourteen(1, 1)), daily({ a: '2' }, fourteen(1, 1)))).toHaveLength(1);
  expect(asked(daily({ a: '1' }, fourteen(1, 1)))).toBeUndefined();
  expect(asked()).toBeUndefined();
});

import { breakdownCsv } from './breakdownCsv.ts';
import { readSort } from './readSort.ts';
import { sortRows } from './sortRows.ts';

const row = (name: string, cost?: number, weekBefore?: number) => ({
  name,
  owner: undefined,
  teams: [`${name}-team`],
  cost,
  weekBefore,
  periodCost: undefined,
  calls: 4,
});
const rows = [row('b', 2, 4), row('c'), row('a', 10, 5)];
const names = (sort: string) => sortRows(rows, sort).map(({ name }) => name);

test('sorts by any column, both ways; what is unknown stays last', () => {
  expect(names('-cost')).toEqual(['a', 'b', 'c']);
  expect(names('cost')).toEqual(['b', 'a', 'c']);
  expect(names('name')).toEqual(['a', 'b', 'c']);
  expect(names('-change')).toEqual(['a', 'b', 'c']);
});

test('a sort that makes no sense is the usual one', () => {
  expect(readSort('constructor')).toEqual({ column: 'cost', descending: true });
});

test('exports at full precision, gaps empty', () => {
  const csv = breakdownCsv(
    { dimension: 'feature', days: 30 },
    [row('a', 0.1 + 0.2, 1), row('c')],
    Date.UTC(2026, 10, 22)
  );
  expect(csv.split('\r\n')).toEqual([
    'feature,team,cost_usd_2026-11-22,cost_usd_week_before,change_vs_week_before,calls,cost_usd_per_call,cost_usd_30_days',
    'a,a-team,0.30000000000000004,1,-0.7,4,0.07500000000000001,',
    'c,c-team,,,,4,,',
    '',
  ]);
});

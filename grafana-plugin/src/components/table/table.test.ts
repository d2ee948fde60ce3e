import { readSort } from './readSort.ts';
import { sortRows } from './sortRows.ts';

const rows = [
  { name: 'unallocated', usd: 9 },
  { name: 'b', usd: 2 },
  { name: 'other', usd: 8 },
  { name: 'c' },
  { name: 'a', usd: 5 },
];
const names = (by: 'name' | 'usd', isDescending: boolean) =>
  sortRows(
    rows,
    ({ name }) => name,
    (row) => row[by],
    isDescending
  ).map(({ name }) => name);

test('what has no value stays behind, other and unallocated behind that, either way', () => {
  expect(names('usd', true)).toEqual(['a', 'b', 'c', 'other', 'unallocated']);
  expect(names('usd', false)).toEqual(['b', 'a', 'c', 'other', 'unallocated']);
  expect(names('name', false)).toEqual(['a', 'b', 'c', 'other', 'unallocated']);
});

test('reads a sort, and takes what names no column as the table’s own', () => {
  expect(readSort('cost', ['cost'], '-cost')).toEqual({ id: 'cost', isDescending: false });
  expect(readSort('-constructor', ['cost'], '-cost')).toEqual({ id: 'cost', isDescending: true });
});

import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { OTHER } from '../otherName.ts';

type Value = number | string | undefined;

/**
 * Rows in order of one value. Rows that have none stay behind the others either way, and `other` and `unallocated`
 * behind those: they are not names one can do something about.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
  isDescending: boolean
): Row[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    const order = rank(nameOf(a)) - rank(nameOf(b)) || Number(left === undefined) - Number(right === undefined);
    return order || (isDescending ? compare(right, left) : compare(left, right));
  });
}

const rank = (name: string): number => [OTHER, UNALLOCATED].indexOf(name);

function compare(left: Value, right: Value): number {
  if (left === undefined || right === undefined) {
    return 0;
  }
  return typeof left === 'string' || typeof right === 'string'
    ? String(left).localeCompare(String(right), 'en')
    : left - right;
}

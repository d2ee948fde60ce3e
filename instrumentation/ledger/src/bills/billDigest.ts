import { createHash } from 'node:crypto';
import type { BillLine, BillState } from '../analysis/reconciliation/billLine.ts';
import { lineRow } from './lineRow.ts';

/** What two bills are the same by, in whatever order their lines came. */
export function billDigest(lines: readonly BillLine[], state: BillState): string {
  const rows = lines.map((line) => JSON.stringify(lineRow(line), wholeNumbers)).sort();
  return createHash('sha256')
    .update(`[${JSON.stringify(state)},[${rows.join(',')}]]`)
    .digest('hex');
}

/** JSON has no whole numbers that large; told apart from texts that look like them. */
const wholeNumbers = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { whole: String(value) } : value;

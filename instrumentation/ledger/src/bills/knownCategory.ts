import type { ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { BillError } from './billError.ts';

/**
 * What a charge is, by what its provider calls it.
 *
 * @throws BillError for what is not in `known`: a kind of charge nobody knows must not pass for usage
 */
export function knownCategory<Category extends ChargeCategory>(
  known: Readonly<Record<string, Category>>,
  text: string,
  column: string
): Category {
  const found = Object.entries(known).find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1];
  if (found === undefined) {
    throw new BillError({ column }, `"${text.slice(0, 40)}" is none of ${Object.keys(known).join(', ')}`);
  }
  return found;
}

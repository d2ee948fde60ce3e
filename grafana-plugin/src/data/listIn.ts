import type { LedgerAnswer } from './askLedger.ts';

/** The list `name` of a ledger's answer, whose rows are as its API describes them. */
export function listIn<Row>(answer: LedgerAnswer<unknown>, name: string): LedgerAnswer<readonly Row[]> {
  if (answer.kind !== 'value') {
    return answer;
  }
  const list = (answer.value as Readonly<Record<string, unknown>> | null)?.[name];
  return Array.isArray(list)
    ? { kind: 'value', value: list as readonly Row[] }
    : { kind: 'failed', words: `the ledger’s answer holds no list of ${name}` };
}

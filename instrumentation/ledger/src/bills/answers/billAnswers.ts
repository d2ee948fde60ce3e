import type { BillSources } from './billSources.ts';
import { billedCommitments } from './billedCommitments.ts';
import { idleCommitments } from './idleCommitments.ts';
import { listedBills } from './listedBills.ts';
import { newestGaps } from './newestGaps.ts';
import { reconciledDays } from './reconciledDays.ts';
import { shownChargeback } from './shownChargeback.ts';
import { shownReconciliation } from './shownReconciliation.ts';

/** Answers that may be long leave as the JSON that is sent: to copy tens of thousands of lines takes longer than to read them. */
const asJson =
  <Query>(answer: (from: BillSources, query: Query) => object) =>
  (from: BillSources, query: Query): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(`${JSON.stringify(answer(from, query))}\n`);

/** What can be asked about bills, wherever they are. */
export const BILL_ANSWERS = {
  list: asJson(listedBills),
  reconciliation: asJson(shownReconciliation),
  days: asJson(reconciledDays),
  chargeback: asJson(shownChargeback),
  billedCommitments,
  idleCommitments,
  newestGaps,
} satisfies Record<string, (from: BillSources, query: never) => unknown>;

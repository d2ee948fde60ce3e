import type { Answer } from '../../../data/answer.ts';
import type { BillTrust } from '../../../data/readBillTrust.ts';
import { formatShare } from '../../../components/numbers/formatShare.ts';
import { monthWords } from '../../../components/numbers/monthWords.ts';

/** How well the newest bill agreed, as a sentence. */
export function billWords(bill: Answer<BillTrust | undefined>): string {
  if (bill.kind !== 'value') {
    return `How well bills agree is not known: ${bill.words}.`;
  }
  return bill.value === undefined
    ? 'No bill was imported yet.'
    : `The estimate was within ${formatShare(bill.value.share)} of the bill of ${bill.value.providers.join(', ')} for ${monthWords(bill.value.month)}.`;
}

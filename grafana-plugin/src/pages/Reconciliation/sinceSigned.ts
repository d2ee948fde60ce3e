import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { ProviderBill } from '../../data/reconciliation.ts';
import type { Signoff } from '../../data/signoff.ts';

/**
 * What is another figure than was signed, in words: a later revision of the bill, calls booked or repriced since. Undefined
 * where all is as it was, nothing is signed, or the signature is of before figures were kept with it.
 */
export function sinceSigned(
  { billNanoUsd, estimateNanoUsd }: Pick<ProviderBill, 'billNanoUsd' | 'estimateNanoUsd'>,
  signoff: Signoff | undefined
): string | undefined {
  if (signoff?.state !== 'signed') {
    return undefined;
  }
  const { record } = signoff;
  const changes = [
    ['bill', record.billNanoUsd, billNanoUsd] as const,
    ['estimate', record.estimateNanoUsd, estimateNanoUsd] as const,
  ].flatMap(([name, was, is]) =>
    was === undefined || was === is
      ? []
      : [`the ${name} was ${formatMoney(usdOf(was))}, and is ${formatMoney(usdOf(is))}`]
  );
  return changes.length === 0 ? undefined : `Changed since it was signed: ${changes.join('; ')}`;
}

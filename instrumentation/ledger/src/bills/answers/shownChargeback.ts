import type { WeightQuery } from '../../questions/monthWeights.ts';
import { chargeBack } from '../chargeBack.ts';
import type { BillSources } from './billSources.ts';

/** A month's bills shared by what the books say each name cost. */
export function shownChargeback(
  { bills, books }: BillSources,
  { month, by }: { readonly month: string; readonly by: WeightQuery['by'] }
) {
  const weights = books.weights(month, by);
  const billed = bills.newest(month).map((revision) => ({ provider: revision.provider, lines: bills.lines(revision) }));
  const { billCents, shares } = chargeBack(billed, weights);
  return {
    billCents: String(billCents),
    shares: shares.map(({ name, cents }) => ({ name, cents: String(cents) })),
  };
}

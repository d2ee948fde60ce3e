import { ShapeError } from '@ai-finops/instrumentation/pricing';
import { label } from '../intake/label.ts';

/** What is paid to a provider for the days from `from` to before `to`, used or not. Amounts are exact decimal text. */
export interface AgreedCommitment {
  readonly provider: string;
  readonly usd: string;
  readonly from: string;
  readonly to: string;
  readonly usedBefore?: string | undefined;
}

/**
 * The commitments of an owners file, in the order they begin, under the names the books have.
 *
 * @throws ShapeError where one ends before it begins, or two of one provider overlap: nobody could say which a call draws on
 */
export function parseCommitments(items: readonly AgreedCommitment[]): AgreedCommitment[] {
  const named = items.map((item, index) => ({ ...item, provider: label(item.provider, ''), index }));
  const sorted = named.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const last = new Map<string, AgreedCommitment>();
  return sorted.map(({ index, ...one }) => {
    if (one.to <= one.from) {
      throw new ShapeError(['commitments', index, 'to'], '"to" must be a later day than "from"');
    }
    const before = last.get(one.provider);
    if (before && before.to > one.from) {
      const problem = `${one.provider} has one until ${before.to} already: let it begin then, or make them one`;
      throw new ShapeError(['commitments', index, 'from'], problem);
    }
    last.set(one.provider, one);
    return one;
  });
}

import type { SegmentTotals } from './segmentTotals.ts';

/** A segment and what it bears of a part. */
export interface Bearer {
  readonly labels: Readonly<Record<string, string>>;
  readonly before: SegmentTotals | undefined;
  readonly after: SegmentTotals | undefined;
  readonly nanoUsd: bigint;
}

/** A value is named where it bears this much of a part. */
const MAIN_SHARE = 0.6;
/** The labels a reader knows, and how to say them; the first that tells most comes first. */
const NAMED = [
  ['feature', 'of'],
  ['model', 'on'],
  ['request_type', 'for'],
] as const;

/**
 * Where a part of a change mostly comes from: the feature, model or request type that bears at least 60 % of it, as words
 * (' of search on gpt-5-mini'; '' where nothing stands out or there is only one), and the totals there.
 */
export function mainSegments(
  bearers: readonly Bearer[],
  nanoUsd: bigint
): { where: string; before: SegmentTotals | undefined; after: SegmentTotals | undefined } {
  let inside = bearers;
  const words: string[] = [];
  for (const [label, word] of NAMED) {
    const borne = new Map<string | undefined, bigint>(bearers.map(({ labels }) => [labels[label], 0n]));
    inside.forEach((bearer) => {
      const value = bearer.labels[label];
      borne.set(value, (borne.get(value) ?? 0n) + bearer.nanoUsd);
    });
    const [main] = [...borne].find(([, part]) => Number(part) / Number(nanoUsd) >= MAIN_SHARE) ?? [];
    // A request type says little more once the model is named.
    if (borne.size > 1 && main !== undefined && !(label === 'request_type' && words.length > 0)) {
      inside = inside.filter(({ labels }) => labels[label] === main);
      words.push(` ${word} ${main}`);
    }
  }
  return {
    where: words.join(''),
    before: merged(inside.map(({ before }) => before)),
    after: merged(inside.map(({ after }) => after)),
  };
}

function merged(sides: readonly (SegmentTotals | undefined)[]): SegmentTotals | undefined {
  const present = sides.filter((side) => side !== undefined);
  if (present.length === 0) {
    return undefined;
  }
  const sum: SegmentTotals = { labels: {}, calls: 0, attempts: 0, quantities: new Map(), costs: new Map() };
  for (const side of present) {
    sum.calls += side.calls;
    sum.attempts += side.attempts;
    side.quantities.forEach((quantity, key) => sum.quantities.set(key, (sum.quantities.get(key) ?? 0) + quantity));
    side.costs.forEach((cost, key) => sum.costs.set(key, (sum.costs.get(key) ?? 0n) + cost));
  }
  return sum;
}

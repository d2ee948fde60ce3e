import { roundToSum, type SegmentRow } from '@ai-finops/ledger/analysis';
import type { ChangeSeries } from './changeSeries.ts';
import type { Series } from './series.ts';

const SEGMENT = ['feature', 'provider', 'model'];
const NANO = 1e9;

/**
 * A period's segments, feature × provider × model, as *What changed* takes them. Two things Prometheus does not keep, and
 * this infers: a segment's cost by kind of token, from its tokens at the model's own prices, so that the kinds add up to
 * the segment's cost to the nano-USD; and how many calls were repeated, from what the repeated ones cost:
 * 1,000 attempts for $10, of which $1 was repeated, are 900 calls.
 */
export function segmentRows(series: ChangeSeries): SegmentRow[] {
  const cost = byKey(series.cost, SEGMENT);
  const retries = byKey(series.retries, SEGMENT);
  const rateCost = byKey(series.componentCost, ['provider', 'model', 'component']);
  const quantity = byKey(series.componentQuantity, ['provider', 'model', 'component']);
  const tokens = Map.groupBy(series.tokens, ({ labels }) => keyOf(labels, SEGMENT));
  const attempts = byKey(series.attempts, SEGMENT);
  const labelled = new Map([...series.cost, ...series.attempts].map(({ labels }) => [keyOf(labels, SEGMENT), labels]));
  return [...labelled].flatMap(([key, labels]): SegmentRow[] => {
    const usd = cost.get(key) ?? 0;
    const count = attempts.get(key) ?? 0;
    if (usd === 0 && count === 0) {
      return [];
    }
    const kinds = (tokens.get(key) ?? []).flatMap(({ labels: { token_type: kind = '' }, points }) => {
      const used = points.at(-1)?.value ?? 0;
      const rateKey = keyOf({ ...labels, component: kind }, ['provider', 'model', 'component']);
      const priced = quantity.get(rateKey) ?? 0;
      return used > 0 ? [{ kind, used, usd: priced > 0 ? (used * (rateCost.get(rateKey) ?? 0)) / priced : 0 }] : [];
    });
    const repeated = usd > 0 ? Math.min(1, Math.max(0, (retries.get(key) ?? 0) / usd)) : 0;
    const calls = repeated < 1 ? count * (1 - repeated) : count;
    return [
      {
        labels: Object.fromEntries(SEGMENT.map((label) => [label, labels[label] ?? ''])),
        calls,
        attempts: count,
        ...costsOf(BigInt(Math.round(usd * NANO)), kinds, count),
      },
    ];
  });
}

interface Kind {
  readonly kind: string;
  readonly used: number;
  /** At the model's own prices. */
  readonly usd: number;
}

/** The cost laid onto the kinds of tokens in proportion; one undivided sum where none of them has a price. */
function costsOf(nanoUsd: bigint, kinds: readonly Kind[], attempts: number): Pick<SegmentRow, 'quantities' | 'costs'> {
  const quantities = Object.fromEntries(kinds.map(({ kind, used }) => [kind, used]));
  const whole = kinds.reduce((sum, { usd }) => sum + usd, 0);
  if (whole === 0) {
    return nanoUsd === 0n
      ? { quantities, costs: {} }
      : { quantities: { ...quantities, provider_total: attempts }, costs: { provider_total: nanoUsd } };
  }
  const parts = roundToSum(
    kinds.map(({ usd }) => (usd / whole) * Number(nanoUsd)),
    nanoUsd
  );
  return { quantities, costs: Object.fromEntries(kinds.map(({ kind }, index) => [kind, parts[index] ?? 0n])) };
}

const keyOf = (labels: Readonly<Record<string, string>>, names: readonly string[]): string =>
  JSON.stringify(names.map((name) => labels[name] ?? ''));

const byKey = (series: readonly Series[], names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(series.map(({ labels, points }) => [keyOf(labels, names), points.at(-1)?.value ?? 0]));

import type { BillLine } from './billLine.ts';
import { componentCause } from './componentCause.ts';
import type { CellGroup } from './groupCells.ts';
import type { ModelAlias } from './modelAliases.ts';
import { priceCause } from './priceCause.ts';
import type { ProviderEvidence } from './providerEvidence.ts';
import type { CellPart, ReconciledCell } from './reconciledCell.ts';
import { splitDifference } from './splitDifference.ts';
import { sumOf } from './sumOf.ts';
import { timeCut } from './timeCut.ts';
import { volumeCause } from './volumeCause.ts';

const CENT_NANO_USD = 10_000_000n;
/** What providers call the tier that costs the list price. */
const STANDARD_TIERS = new Set(['', 'auto', 'default', 'on_demand', 'standard']);

/** What is known of the whole when one cell is looked at. */
export interface CellContext extends ProviderEvidence {
  /** Accounts and models that the books have calls of. */
  readonly knows: { account(name: string): boolean; model(name: string): boolean };
  /** Calls whose usage nobody knows, by model. */
  readonly unknownCalls: ReadonlyMap<string, number>;
  readonly aliases: readonly ModelAlias[];
}

/** Takes the difference of one cell apart; its parts add up to `effective - estimate` exactly. */
export function reconcileCell(group: CellGroup, context: CellContext): ReconciledCell {
  const { account, model, component, estimates, lines } = group;
  const estimateNanoUsd = sumOf(estimates, (cell) => cell.costNanoUsd);
  const effectiveNanoUsd = sumOf(lines, (line) => line.effectiveNanoUsd);
  const estimateQuantity = sumOf(estimates, (cell) => cell.quantity);
  const billQuantity = lines.every(({ quantity }) => quantity !== undefined)
    ? sumOf(lines, (line) => line.quantity ?? 0n)
    : undefined;
  const cell = { account, model, component, estimateNanoUsd, effectiveNanoUsd, estimateQuantity, billQuantity };
  const difference = effectiveNanoUsd - estimateNanoUsd;
  if (difference === 0n && (billQuantity ?? estimateQuantity) === estimateQuantity) {
    return { ...cell, parts: [] };
  }
  if (estimates.length === 0 || (estimateQuantity === 0n && estimateNanoUsd === 0n)) {
    return { ...cell, parts: [notCounted(group, difference, context)] };
  }
  const total = { step: 'unexplained', nanoUsd: difference, cause: 'NO_QUANTITY' } as const;
  if (lines.length > 0 && (billQuantity === undefined || component === undefined)) {
    const why = billQuantity === undefined ? 'the bill has no quantities' : 'the bill does not tell components apart';
    return { ...cell, parts: [{ ...total, evidence: `${why}: only the total compares` }] };
  }
  if (estimateQuantity <= 0n || billQuantity === undefined) {
    return { ...cell, parts: [{ ...total, evidence: 'the books have a cost and no quantity' }] };
  }
  const { volumeNanoUsd, priceNanoUsd } = splitDifference(
    { quantity: estimateQuantity, nanoUsd: estimateNanoUsd },
    { quantity: billQuantity, nanoUsd: effectiveNanoUsd }
  );
  const parts: CellPart[] = [];
  if (volumeNanoUsd !== 0n) {
    const unknownCalls = context.unknownCalls.get(model ?? '') ?? 0;
    const known = {
      component,
      estimateQuantity,
      billQuantity,
      unknownCalls,
      commonRatio: context.quantityRatio,
      timeCut: timeCut(estimates, lines),
    };
    parts.push({ step: 'volume', nanoUsd: volumeNanoUsd, ...volumeCause(known) });
  }
  if (priceNanoUsd !== 0n) {
    const expected = estimateNanoUsd + volumeNanoUsd;
    const cause = priceCause({
      ratio: Number(effectiveNanoUsd) / Number(expected),
      lineRatios: lineRatios(lines, Number(estimateNanoUsd) / Number(estimateQuantity)),
      estimateTiers: shares(estimates),
      billTiers: lines.every(({ tier }) => tier !== undefined) ? shares(lines) : undefined,
      billDiscountRatio: discountRatio(lines),
      commonRatio: context.priceRatio,
      convertedFrom: context.isOffByDay ? currencyOf(lines) : undefined,
      centLines: lines.every(({ effectiveNanoUsd: cost }) => cost % CENT_NANO_USD === 0n) ? lines.length : undefined,
      differenceNanoUsd: priceNanoUsd,
      unitSlackNanoUsd:
        BigInt(lines.length) * ((estimateNanoUsd < 0n ? -estimateNanoUsd : estimateNanoUsd) / estimateQuantity + 1n),
    });
    parts.push({ step: 'price', nanoUsd: priceNanoUsd, ...cause });
  }
  const alias = context.aliases.find(
    (one) => one.counted === model && (one.account === undefined || one.account === account)
  );
  return alias ? { ...cell, parts: parts.map((part) => aliased(part, alias)) } : { ...cell, parts };
}

const aliased = (part: CellPart, { billed, counted }: ModelAlias): CellPart => ({
  ...part,
  cause: 'MODEL_ALIAS',
  evidence: `billed as ${billed}, counted as ${counted}: the same quantities by day; ${part.evidence}`,
});

/** The one currency that all lines were converted from. */
function currencyOf(lines: readonly BillLine[]): string | undefined {
  const [first] = lines;
  return lines.every(({ currency }) => currency === first?.currency) ? first?.currency : undefined;
}

/** What the bill charges and the books have nothing of. */
function notCounted({ account, model, component }: CellGroup, nanoUsd: bigint, { knows }: CellContext): CellPart {
  if (account !== undefined && !knows.account(account)) {
    return part(`account ${account}: no call of it was recorded`);
  }
  if (model !== undefined && !knows.model(model)) {
    return part(`model ${model}: no call of it was recorded`);
  }
  const what = component ?? 'charge';
  return {
    step: 'uninstrumented',
    nanoUsd,
    cause: componentCause(component) ?? 'UNINSTRUMENTED',
    evidence: `${what}: billed, never counted`,
  };

  function part(evidence: string): CellPart {
    return { step: 'uninstrumented', nanoUsd, cause: 'UNINSTRUMENTED', evidence };
  }
}

function shares(items: readonly { readonly tier?: string; readonly quantity?: bigint }[]): ReadonlyMap<string, number> {
  const total = Number(sumOf(items, ({ quantity = 0n }) => quantity));
  const result = new Map<string, number>();
  for (const { tier = '', quantity = 0n } of items) {
    const name = STANDARD_TIERS.has(tier) ? 'standard' : tier;
    result.set(name, (result.get(name) ?? 0) + Number(quantity) / (total || 1));
  }
  return result;
}

function lineRatios(lines: readonly BillLine[], price: number): readonly number[] {
  return lines.flatMap(({ quantity = 0n, effectiveNanoUsd }) =>
    quantity > 0n ? [Number(effectiveNanoUsd) / Number(quantity) / price] : []
  );
}

function discountRatio(lines: readonly BillLine[]): number | undefined {
  const list = sumOf(lines, ({ listNanoUsd = 0n }) => listNanoUsd);
  return list > 0n && lines.every(({ listNanoUsd }) => listNanoUsd !== undefined)
    ? Number(sumOf(lines, (line) => line.effectiveNanoUsd)) / Number(list)
    : undefined;
}

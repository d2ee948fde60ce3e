import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import { groupUsage } from './groupUsage.ts';
import { providerEvidence } from './providerEvidence.ts';
import { reconcileCell } from './reconcileCell.ts';
import type { CellPart, ReconciledCell } from './reconciledCell.ts';
import { STEPS, type Step } from './step.ts';
import { sumOf } from './sumOf.ts';

/** A charge that no call can explain. */
interface OtherCharge extends CellPart {
  readonly description: string;
}

/** A provider's month: `billNanoUsd - estimateNanoUsd` is the sum of the steps, to the nano-USD. */
export interface Reconciliation {
  readonly estimateNanoUsd: bigint;
  /** What the invoice charges. */
  readonly billNanoUsd: bigint;
  readonly steps: Readonly<Record<Step, bigint>>;
  /** The largest difference first. */
  readonly cells: readonly ReconciledCell[];
  readonly charges: readonly OtherCharge[];
  /** Share of the bill's usage in cells that the books know, 0 to 1; undefined without usage. */
  readonly coverage: number | undefined;
  /** Bill by estimate of the cells that both have, by account ('' where the bill has none). */
  readonly calibration: ReadonlyMap<string, number>;
  /** What those cells are billed and estimated in all. */
  readonly matched: Matched;
}

interface Matched {
  readonly billNanoUsd: bigint;
  readonly estimateNanoUsd: bigint;
}

const CHARGE_STEPS = { tax: 'tax', credit: 'credit', adjustment: 'correction', purchase: 'commitment' } as const;
const CHARGE_CAUSES = { tax: 'TAX', credit: 'CREDIT', adjustment: 'CORRECTION', purchase: 'COMMITMENT' } as const;

/**
 * Explains a provider's bill by the books of the same month. Unmatched scope first, then quantity and price of each cell,
 * then what no call explains: commitments, credits, tax, corrections. What has no quantity stays unexplained.
 *
 * @param estimates cells of the month, of this provider
 * @param lines the newest revision of its bill
 * @param unknownCalls calls whose usage nobody knows, by model
 */
export function reconcile(
  estimates: readonly EstimateCell[],
  lines: readonly BillLine[],
  unknownCalls: ReadonlyMap<string, number> = new Map()
): Reconciliation {
  const { groups, noCalls, usage, aliases } = groupUsage(estimates, lines);
  const knows = (key: 'account' | 'model') => {
    const names = new Set(estimates.map((cell) => cell[key]));
    return (name: string) => names.has(name);
  };
  const context = {
    ...providerEvidence(groups),
    knows: { account: knows('account'), model: knows('model') },
    unknownCalls,
    aliases,
  };
  const cells = groups.map((group) => reconcileCell(group, context)).sort((a, b) => gap(b) - gap(a));
  const byAccount = matchedByAccount(cells);
  const charges = [...noCalls.map(noCall), ...lines.flatMap(otherCharge)];
  const parts = [...cells.flatMap((cell) => cell.parts), ...charges];
  const steps = Object.fromEntries(
    STEPS.map((step) => [
      step,
      sumOf(
        parts.filter((part) => part.step === step),
        ({ nanoUsd }) => nanoUsd
      ),
    ])
  ) as Record<Step, bigint>;
  return {
    estimateNanoUsd: sumOf(estimates, ({ costNanoUsd }) => costNanoUsd),
    billNanoUsd: sumOf(lines, ({ billedNanoUsd }) => billedNanoUsd),
    steps,
    cells,
    charges,
    coverage: coverageOf(cells, usage),
    calibration: new Map(
      [...byAccount].map(([account, sums]) => [account, Number(sums.billNanoUsd) / Number(sums.estimateNanoUsd)])
    ),
    matched: {
      billNanoUsd: sumOf([...byAccount.values()], ({ billNanoUsd }) => billNanoUsd),
      estimateNanoUsd: sumOf([...byAccount.values()], ({ estimateNanoUsd }) => estimateNanoUsd),
    },
  };
}

const gap = ({ effectiveNanoUsd, estimateNanoUsd }: ReconciledCell) =>
  Math.abs(Number(effectiveNanoUsd - estimateNanoUsd));
const isMatched = ({ estimateNanoUsd, parts }: ReconciledCell) =>
  estimateNanoUsd > 0n && parts.every(({ step }) => step !== 'uninstrumented');

function noCall({ description, effectiveNanoUsd }: BillLine): OtherCharge {
  const evidence = 'usage that no call makes: storage, training, hosting and the like';
  return { step: 'other_charges', nanoUsd: effectiveNanoUsd, cause: 'NON_SPAN', evidence, description };
}

/** What a line charges beyond the effective cost of usage. */
function otherCharge({ category, description, billedNanoUsd, effectiveNanoUsd }: BillLine): OtherCharge[] {
  if (category !== 'usage') {
    const [step, cause] = [CHARGE_STEPS[category], CHARGE_CAUSES[category]];
    return [{ step, nanoUsd: billedNanoUsd, cause, evidence: `the bill says ${category}`, description }];
  }
  const evidence = 'covered by a commitment, which is charged apart';
  const nanoUsd = billedNanoUsd - effectiveNanoUsd;
  return nanoUsd === 0n ? [] : [{ step: 'commitment', nanoUsd, cause: 'COMMITMENT', evidence, description }];
}

function coverageOf(cells: readonly ReconciledCell[], usage: readonly BillLine[]): number | undefined {
  const all = sumOf(usage, ({ effectiveNanoUsd }) => effectiveNanoUsd);
  const matched = sumOf(cells.filter(isMatched), ({ effectiveNanoUsd }) => effectiveNanoUsd);
  return all > 0n ? Number(matched) / Number(all) : undefined;
}

/** Cells that both have, by account ('' where the bill has none). */
function matchedByAccount(cells: readonly ReconciledCell[]): ReadonlyMap<string, Matched> {
  const sums = new Map<string, Matched>();
  for (const { account = '', effectiveNanoUsd, estimateNanoUsd } of cells.filter(isMatched)) {
    const sum = sums.get(account) ?? { billNanoUsd: 0n, estimateNanoUsd: 0n };
    sums.set(account, {
      billNanoUsd: sum.billNanoUsd + effectiveNanoUsd,
      estimateNanoUsd: sum.estimateNanoUsd + estimateNanoUsd,
    });
  }
  return sums;
}

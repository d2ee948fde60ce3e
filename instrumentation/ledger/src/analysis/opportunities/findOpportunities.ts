import { batchIdea } from './batchIdea.ts';
import { cachingIdea } from './cachingIdea.ts';
import { OPPORTUNITY_LEVERS, type Idea, type OpportunityLever } from './idea.ts';
import type { ModelQuality } from './modelQuality.ts';
import { promptIdea } from './promptIdea.ts';
import { retryIdea } from './retryIdea.ts';
import { routingIdea } from './routingIdea.ts';
import type { UseCell } from './useCell.ts';

/** Nano-USD over the period looked at. */
export interface Saving {
  readonly low: bigint;
  readonly middle: bigint;
  readonly high: bigint;
}

export interface Opportunity {
  readonly lever: OpportunityLever;
  readonly cell: UseCell;
  /** Of what the levers before it leave. */
  readonly saving: Saving;
  readonly working: string;
  readonly needsEvaluation: boolean;
}

export interface Opportunities {
  /** Those that count by their middle, dearest first; then those that need evaluation. */
  readonly opportunities: readonly Opportunity[];
  readonly spent: bigint;
  /** The middle is the sum of those that count. */
  readonly total: Saving;
}

const PARTS = 1_000_000n;

/**
 * What could be saved, nothing counted twice: each lever takes its share of what the ones before it leave, so that the
 * total never exceeds what was spent. $100 with caching .225 and batch .375: 22.5 + 77.5 × .375 = $51.5625.
 * The total's bounds are all lows and all highs in the same order: wider than an interval, and never above the spend.
 */
export function findOpportunities(cells: readonly UseCell[], quality: readonly ModelQuality[]): Opportunities {
  const ideas: Record<OpportunityLever, (cell: UseCell) => Idea | undefined> = {
    prompt_caching: cachingIdea,
    tier_routing: (cell) => routingIdea(cell, cells, quality),
    batch_shifting: (cell) => batchIdea(cell, cells),
    prompt_economics: promptIdea,
    retries: retryIdea,
  };
  const found: Opportunity[] = [];
  const total = { low: 0n, middle: 0n, high: 0n };
  const paid = cells.filter(({ nanoUsd, requests }) => nanoUsd > 0n && requests > 0);
  for (const cell of paid) {
    const left = { low: cell.nanoUsd, middle: cell.nanoUsd, high: cell.nanoUsd };
    for (const lever of OPPORTUNITY_LEVERS) {
      const idea = ideas[lever](cell);
      if (idea !== undefined) {
        const { working, needsEvaluation } = idea;
        const saving = {
          low: part(left.middle, idea.low),
          middle: part(left.middle, idea.middle),
          high: part(left.middle, idea.high),
        };
        found.push({ lever, cell, saving, working, needsEvaluation });
        if (!needsEvaluation) {
          left.low -= part(left.low, idea.low);
          left.high -= part(left.high, idea.high);
          left.middle -= saving.middle;
        }
      }
    }
    total.low += cell.nanoUsd - left.low;
    total.middle += cell.nanoUsd - left.middle;
    total.high += cell.nanoUsd - left.high;
  }
  const opportunities = found.filter(({ saving }) => saving.middle > 0n).sort(byRank);
  return { opportunities, spent: paid.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n), total };
}

/** Whole nano-USD, rounded down, by a share in millionths: a part never exceeds the whole. */
function part(whole: bigint, share: number): bigint {
  return (whole * BigInt(Math.round(Math.min(1, Math.max(0, share)) * Number(PARTS)))) / PARTS;
}

function byRank(a: Opportunity, b: Opportunity): number {
  if (a.needsEvaluation !== b.needsEvaluation) {
    return a.needsEvaluation ? 1 : -1;
  }
  return a.saving.middle === b.saving.middle ? 0 : a.saving.middle > b.saving.middle ? -1 : 1;
}

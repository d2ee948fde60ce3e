import { amountOn, type AmountByDay } from './amountByDay.ts';
import { spendOf, type EconomicDay } from './economicDay.ts';
import { losing, type Losing, type MarginDay } from './losing.ts';
import { unitInForce, type UnitInForce } from './unitInForce.ts';

/** What the owners file says of a feature; USD in nano. */
export interface FeatureTerms {
  readonly unit: string | undefined;
  readonly valuePerUnit: AmountByDay | undefined;
  /** What a unit cost before, or costs without AI. */
  readonly replacedPerUnit: AmountByDay | undefined;
}

/** What days cost beside what they delivered; only days on which that is known. */
export interface UnitCost {
  readonly nanoUsd: bigint;
  readonly outcomes: bigint;
}

/** Value and cost of the days on which the value is known. */
export interface Margin {
  readonly valueNanoUsd: bigint;
  readonly spendNanoUsd: bigint;
  /** The first less the second. */
  readonly nanoUsd: bigint;
  /** Of the same days: value an outcome is the one by the other. */
  readonly outcomes: bigint;
}

export interface FeatureEconomics {
  readonly inferenceNanoUsd: bigint;
  readonly otherNanoUsd: bigint;
  readonly requests: bigint;
  /** Undefined where nothing was ever counted. */
  readonly unit: UnitInForce | undefined;
  /** Cost per outcome is the one by the other; no outcomes, no cost per outcome. */
  readonly unitCost: UnitCost;
  /** The last seven days of the period, and the seven before. */
  readonly week: UnitCost;
  readonly weekBefore: UnitCost;
  /** Undefined where no value is known. */
  readonly margin: Margin | undefined;
  /** What the outcomes would have cost without AI, less what they cost. */
  readonly replacement: Margin | undefined;
  readonly losing: Losing | undefined;
  /** Days of the period whose outcomes are unknown. */
  readonly gapDays: number;
  /** Days of the period with requests and no outcome, though outcomes are counted. */
  readonly daysWithoutOutcomes: number;
  /** Seven days each up to every day there is, for a line. */
  readonly line: readonly (UnitCost & { readonly day: number })[];
}

const WEEK = 7;
const LINE_DAYS = 90;

/**
 * What a feature costs per outcome and whether it is worth it.
 *
 * Gaps, days before its unit changed and days without a known value are left out of both sides of a ratio or difference;
 * what the period cost has them.
 *
 * @param days earliest first, one for each day; may begin before the period
 * @example 1,000 answers at $0.30 that cost $110: $0.11 an answer, margin $190
 */
export function featureEconomics(
  days: readonly EconomicDay[],
  terms: FeatureTerms,
  period: { readonly from: number; readonly to: number }
): FeatureEconomics {
  const own = days.filter(({ day }) => day >= period.from && day <= period.to);
  const unit = unitInForce(days, terms.unit);
  const counted = days.filter(({ day, isGap }) => unit !== undefined && !isGap && day >= (unit.since ?? day));
  const outcomesOf = ({ units }: EconomicDay) => units.get(unit?.unit ?? '') ?? 0n;
  const costOf = (from: number, to: number): UnitCost =>
    counted
      .filter(({ day }) => day >= from && day <= to)
      .reduce((sum, day) => ({ nanoUsd: sum.nanoUsd + spendOf(day), outcomes: sum.outcomes + outcomesOf(day) }), {
        nanoUsd: 0n,
        outcomes: 0n,
      });
  // What is measured holds; where it is, a day without is unknown.
  const isMeasured = days.some(({ valueNanoUsd }) => valueNanoUsd !== undefined);
  const { valuePerUnit, replacedPerUnit } = terms;
  const valued = isMeasured ? worth(days, (day) => day.valueNanoUsd, outcomesOf) : perUnit(valuePerUnit);
  function perUnit(rates: AmountByDay | undefined): WorthDay[] {
    const valueOf = (day: EconomicDay) => {
      const rate = amountOn(rates, day.day);
      return rate === undefined ? undefined : outcomesOf(day) * rate;
    };
    return worth(counted, valueOf, outcomesOf);
  }
  const total = (of: (day: EconomicDay) => bigint) => own.reduce((sum, day) => sum + of(day), 0n);
  return {
    inferenceNanoUsd: total(({ inferenceNanoUsd }) => inferenceNanoUsd),
    otherNanoUsd: total(({ otherNanoUsd }) => otherNanoUsd),
    requests: total(({ requests }) => requests),
    unit,
    unitCost: costOf(period.from, period.to),
    week: costOf(Math.max(period.from, period.to - WEEK + 1), period.to),
    weekBefore: costOf(period.to - 2 * WEEK + 1, period.to - WEEK),
    margin: marginOf(valued, period),
    replacement: marginOf(perUnit(replacedPerUnit), period),
    losing: losing(valued.filter(({ day }) => day <= period.to)),
    gapDays: own.filter(({ isGap }) => isGap).length,
    daysWithoutOutcomes: own.filter((day) => counted.includes(day) && day.requests > 0n && outcomesOf(day) === 0n)
      .length,
    line: counted.flatMap(({ day }) =>
      day < period.to - LINE_DAYS + 1 ? [] : [{ day, ...costOf(day - WEEK + 1, day) }]
    ),
  };
}

interface WorthDay extends MarginDay {
  readonly outcomes: bigint;
  readonly value: bigint;
  readonly spend: bigint;
}

function worth(
  days: readonly EconomicDay[],
  valueOf: (day: EconomicDay) => bigint | undefined,
  outcomesOf: (day: EconomicDay) => bigint
): WorthDay[] {
  return days.flatMap((day) => {
    const value = valueOf(day);
    const spend = spendOf(day);
    return value === undefined
      ? []
      : [{ day: day.day, outcomes: outcomesOf(day), value, spend, nanoUsd: value - spend }];
  });
}

function marginOf(days: readonly WorthDay[], { from, to }: { from: number; to: number }): Margin | undefined {
  const own = days.filter(({ day }) => day >= from && day <= to);
  const sum = (of: (day: WorthDay) => bigint) => own.reduce((total, day) => total + of(day), 0n);
  return own.length === 0
    ? undefined
    : {
        valueNanoUsd: sum(({ value }) => value),
        spendNanoUsd: sum(({ spend }) => spend),
        nanoUsd: sum((day) => day.nanoUsd),
        outcomes: sum(({ outcomes }) => outcomes),
      };
}

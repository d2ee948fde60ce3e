/** Money is integer nano-USD as text. */
interface UnitCost {
  readonly costNanoUsd: string;
  readonly outcomes: string;
  /** null without an outcome. */
  readonly perOutcomeUsd: number | null;
}

interface Margin {
  readonly valueNanoUsd: string;
  readonly spendNanoUsd: string;
  readonly marginNanoUsd: string;
  /** Of the same days. */
  readonly outcomes: string;
}

export interface Losing {
  /** UTC day. */
  readonly since: string;
  readonly isSinceStart: boolean;
  readonly nanoUsdPerMonth: string;
}

/** What people cost who were active on some days. */
export interface UserCost {
  /** `records`: calls say whom they are for. */
  readonly source: 'outside' | 'records';
  /** UTC days. */
  readonly from: string;
  readonly to: string;
  readonly users: string;
  /** There were more than the ledger has room for. */
  readonly isAtLeast: boolean;
  readonly costNanoUsd: string;
  readonly perUserUsd: number;
  /** Share of the calls that say whom they are for; null of an outside source. */
  readonly callShare: number | null;
}

export interface UserCosts {
  /** The calendar month so far; of an outside source 30 days. null: not known. */
  readonly current: UserCost | null;
  readonly lastMonth: UserCost | null;
}

/** What a feature cost and what it was worth, as the ledger says. */
export interface FeatureEconomics {
  readonly feature: string;
  readonly team: string | null;
  readonly owner: string | null;
  readonly inferenceNanoUsd: string;
  readonly otherNanoUsd: string;
  readonly requests: string;
  /** null: nothing was ever counted. */
  readonly unit: string | null;
  readonly unitSince: string | null;
  readonly unitBefore: string | null;
  readonly period: UnitCost;
  readonly week: UnitCost;
  readonly weekBefore: UnitCost;
  readonly margin: Margin | null;
  readonly replacement: Margin | null;
  readonly losing: Losing | null;
  readonly quality: { readonly mean: number; readonly count: number; readonly bar: number | null } | null;
  readonly userCosts: UserCosts;
  /** USD a month. */
  readonly userLimitUsd: number;
  readonly gapDays: number;
  readonly daysWithoutOutcomes: number;
  readonly line: readonly { readonly day: string; readonly perOutcomeUsd: number | null }[];
}

export interface TenantEconomics {
  readonly tenant: string;
  readonly costNanoUsd: string;
  readonly revenueNanoUsd: string | null;
  readonly marginNanoUsd: string | null;
  readonly losing: Losing | null;
  readonly daysWithoutRevenue: number;
}

export interface Economics {
  readonly from: string;
  readonly to: string;
  readonly features: readonly FeatureEconomics[];
  /** Of all features, each person once. */
  readonly userCosts: UserCosts;
  readonly tenants: readonly TenantEconomics[];
  readonly otherTenants: { readonly tenants: number; readonly costNanoUsd: string };
}

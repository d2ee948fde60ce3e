import type { FeatureEconomics, UserCost } from './economics.ts';

export const nanoText = (usd: number) => String(Math.round(usd * 1e9));

export const unitCost = (usd: number, outcomes: number): FeatureEconomics['period'] => ({
  ...{ costNanoUsd: nanoText(usd), outcomes: String(outcomes) },
  perOutcomeUsd: outcomes === 0 ? null : usd / outcomes,
});

export const worthOfUsd = (
  value: number,
  spend: number,
  outcomes: number
): NonNullable<FeatureEconomics['margin']> => ({
  ...{ valueNanoUsd: nanoText(value), spendNanoUsd: nanoText(spend), marginNanoUsd: nanoText(value - spend) },
  outcomes: String(outcomes),
});

/** $100 for 1,000 answers worth $0.30 each. */
export const featureWorth = (feature: string, more: Partial<FeatureEconomics> = {}): FeatureEconomics => ({
  ...{ feature, team: 'search', owner: 'Jonas Weber', inferenceNanoUsd: nanoText(90), otherNanoUsd: nanoText(10) },
  ...{ requests: '5000', unit: 'answer', unitSince: null, unitBefore: null },
  ...{ period: unitCost(100, 1_000), week: unitCost(21, 250), weekBefore: unitCost(25, 250) },
  ...{ margin: worthOfUsd(300, 100, 1_000), replacement: null, losing: null, quality: null },
  ...{ userCosts: { current: null, lastMonth: null }, userLimitUsd: 3 },
  ...{ gapDays: 0, daysWithoutOutcomes: 0, line: [] },
  ...more,
});

/** October 2026: 410 people at $3 each, named by 84 % of the calls. */
export const userCost = (more: Partial<UserCost> = {}): UserCost => ({
  ...{ source: 'records', from: '2026-10-01', to: '2026-10-31', users: '410', isAtLeast: false },
  ...{ costNanoUsd: nanoText(1_230), perUserUsd: 3, callShare: 0.84 },
  ...more,
});

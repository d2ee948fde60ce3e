import type { FeatureEconomics } from './economics.ts';

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
  ...{ margin: worthOfUsd(300, 100, 1_000), replacement: null, losing: null, quality: null, userCost: null },
  ...{ gapDays: 0, daysWithoutOutcomes: 0, line: [] },
  ...more,
});

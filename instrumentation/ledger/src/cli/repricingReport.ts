import { noRepricing } from '../store/noRepricing.ts';
import type { DayRepricing, RepricingSums } from '../store/repricing.ts';

type Group = DayRepricing['groups'][number];

export interface RepricingReport {
  /** By feature and provider over all days, largest difference first. */
  readonly groups: readonly Group[];
  readonly total: RepricingSums;
  readonly days: readonly DayRepricing[];
}

/** Sums days by feature and provider. */
export function repricingReport(days: readonly DayRepricing[]): RepricingReport {
  const groups = new Map<string, Group>();
  const total = noRepricing();
  for (const group of days.flatMap(({ groups: ofDay }) => ofDay)) {
    const { feature, provider } = group;
    const key = `${feature}\n${provider}`;
    const sums = groups.get(key) ?? { feature, provider, ...noRepricing() };
    groups.set(key, sums);
    add(sums, group);
    add(total, group);
  }
  const size = (sums: RepricingSums) => Math.abs(Number(sums.afterNanoUsd - sums.beforeNanoUsd));
  return { days, total, groups: [...groups.values()].sort((a, b) => size(b) - size(a)) };
}

function add(sums: RepricingSums, more: RepricingSums): void {
  sums.calls += more.calls;
  sums.changed += more.changed;
  sums.newlyPriced += more.newlyPriced;
  sums.newlyUnpriced += more.newlyUnpriced;
  sums.beforeNanoUsd += more.beforeNanoUsd;
  sums.afterNanoUsd += more.afterNanoUsd;
  sums.beforeListNanoUsd += more.beforeListNanoUsd;
  sums.afterListNanoUsd += more.afterListNanoUsd;
}

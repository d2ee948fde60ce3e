import { QUOTA_PERIODS, QUOTA_SCOPES, type Quota } from '../ownership/quota.ts';
import type { Ask } from '../questions/ask.ts';
import { quotaPeriod } from './quotaPeriod.ts';
import type { QuotaState } from './quotaState.ts';

/** How quotas stand now, in their order. */
export async function askQuotas(ask: Ask, quotas: readonly Quota[], nowMs: number): Promise<QuotaState[]> {
  const spends = new Map<string, ReadonlyMap<string, bigint>>();
  for (const scope of QUOTA_SCOPES) {
    for (const period of QUOTA_PERIODS) {
      const own = quotas.filter((quota) => quota.scope === scope && quota.period === period);
      if (own.length > 0) {
        const { from, through } = quotaPeriod(period, nowMs);
        const names = [...new Set(own.map(({ name }) => name))];
        spends.set(`${scope} ${period}`, await ask('quotaSpends', { scope, names, from, through }));
      }
    }
  }
  return quotas.map((quota) => {
    const spentNanoUsd = spends.get(`${quota.scope} ${quota.period}`)?.get(quota.name) ?? 0n;
    const state = spentNanoUsd < quota.nanoUsd ? 'ok' : (`${quota.kind}_exceeded` as const);
    return { ...quota, spentNanoUsd, untilMs: quotaPeriod(quota.period, nowMs).untilMs, state };
  });
}

import type { z } from 'zod';
import type { Margin, UnitCost } from '../analysis/economics/featureEconomics.ts';
import type { Losing } from '../analysis/economics/losing.ts';
import type { UserCost, UserCosts } from '../analysis/economics/userCosts.ts';
import type { Owners } from '../ownership/owners.ts';
import type { Economics } from '../questions/economics.ts';
import { dayText } from '../store/dayText.ts';
import type { FEATURE_ECONOMICS, TENANT_ECONOMICS, USER_COSTS } from './economicsSchema.ts';

type NamedFeature = Owners['features'] extends ReadonlyMap<string, infer Named> ? Named : never;

const usd = (nanoUsd: bigint): number => Number(nanoUsd) / 1e9;

export function shownFeature(
  found: Economics['features'][number],
  named: Pick<NamedFeature, 'team' | 'owner' | 'qualityBar'> = {},
  userLimitUsd: number
): z.infer<typeof FEATURE_ECONOMICS> {
  const { feature, unit, quality } = found;
  return {
    feature,
    team: named.team ?? null,
    owner: named.owner ?? null,
    inferenceNanoUsd: String(found.inferenceNanoUsd),
    otherNanoUsd: String(found.otherNanoUsd),
    requests: String(found.requests),
    unit: unit?.unit ?? null,
    unitSince: unit?.since === undefined ? null : dayText(unit.since),
    unitBefore: unit?.before ?? null,
    period: shownUnitCost(found.unitCost),
    week: shownUnitCost(found.week),
    weekBefore: shownUnitCost(found.weekBefore),
    margin: shownMargin(found.margin),
    replacement: shownMargin(found.replacement),
    losing: shownLosing(found.losing),
    quality: quality ? { ...quality, bar: named.qualityBar === undefined ? null : Number(named.qualityBar) } : null,
    userCosts: shownUserCosts(found.userCosts),
    userLimitUsd,
    gapDays: found.gapDays,
    daysWithoutOutcomes: found.daysWithoutOutcomes,
    line: found.line.map(({ day, ...cost }) => ({ day: dayText(day), perOutcomeUsd: perOutcome(cost) })),
  };
}

export function shownTenant(found: Economics['tenants'][number]): z.infer<typeof TENANT_ECONOMICS> {
  return {
    tenant: found.tenant,
    costNanoUsd: String(found.nanoUsd),
    revenueNanoUsd: found.revenueNanoUsd === undefined ? null : String(found.revenueNanoUsd),
    marginNanoUsd: found.marginNanoUsd === undefined ? null : String(found.marginNanoUsd),
    losing: shownLosing(found.losing),
    daysWithoutRevenue: found.daysWithoutRevenue,
  };
}

export function shownUserCosts({ current, lastMonth }: UserCosts): z.infer<typeof USER_COSTS> {
  const shown = (cost: UserCost | undefined) =>
    cost === undefined
      ? null
      : {
          source: cost.source,
          ...{ from: dayText(cost.from), to: dayText(cost.to) },
          ...{ users: String(cost.users), isAtLeast: cost.isAtLeast },
          costNanoUsd: String(cost.nanoUsd),
          perUserUsd: usd(cost.nanoUsd) / Number(cost.users),
          callShare: cost.calls === undefined ? null : Number(cost.calls.known) / Number(cost.calls.all),
        };
  return { current: shown(current), lastMonth: shown(lastMonth) };
}

function perOutcome({ nanoUsd, outcomes }: UnitCost): number | null {
  return outcomes === 0n ? null : usd(nanoUsd) / Number(outcomes);
}

function shownUnitCost(cost: UnitCost) {
  return { costNanoUsd: String(cost.nanoUsd), outcomes: String(cost.outcomes), perOutcomeUsd: perOutcome(cost) };
}

function shownMargin(margin: Margin | undefined) {
  return margin === undefined
    ? null
    : {
        valueNanoUsd: String(margin.valueNanoUsd),
        spendNanoUsd: String(margin.spendNanoUsd),
        marginNanoUsd: String(margin.nanoUsd),
        outcomes: String(margin.outcomes),
      };
}

function shownLosing(losing: Losing | undefined) {
  return losing === undefined
    ? null
    : {
        since: dayText(losing.since),
        isSinceStart: losing.isSinceStart,
        nanoUsdPerMonth: String(losing.nanoUsdPerMonth),
      };
}

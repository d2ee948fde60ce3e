import type { z } from 'zod';
import type { Margin, UnitCost } from '../analysis/economics/featureEconomics.ts';
import type { Losing } from '../analysis/economics/losing.ts';
import type { Owners } from '../ownership/owners.ts';
import type { Economics } from '../questions/economics.ts';
import { dayText } from '../store/dayText.ts';
import type { FEATURE_ECONOMICS, TENANT_ECONOMICS } from './economicsSchema.ts';

type NamedFeature = Owners['features'] extends ReadonlyMap<string, infer Named> ? Named : never;

const usd = (nanoUsd: bigint): number => Number(nanoUsd) / 1e9;

export function shownFeature(
  found: Economics['features'][number],
  named: Pick<NamedFeature, 'team' | 'owner' | 'qualityBar'> = {}
): z.infer<typeof FEATURE_ECONOMICS> {
  const { feature, unit, quality, userCost } = found;
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
    userCost: userCost
      ? { users: String(userCost.users), perUserUsd: usd(userCost.nanoUsd) / Number(userCost.users) }
      : null,
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

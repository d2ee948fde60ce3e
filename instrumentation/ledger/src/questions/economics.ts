import type { DatabaseSync } from 'node:sqlite';
import type { FeatureEconomics } from '../analysis/economics/featureEconomics.ts';
import type { TenantEconomics } from '../analysis/economics/tenantEconomics.ts';
import type { UserCosts } from '../analysis/economics/userCosts.ts';
import { economicDays } from './economicDays.ts';
import type { EconomicsQuery } from './economicsQuery.ts';
import { featureQualities, type MeanQuality } from './featureQualities.ts';
import { featureUserCosts } from './featureUserCosts.ts';
import { featureWorth } from './featureWorth.ts';
import { tenantWorth } from './tenantWorth.ts';

export interface Economics {
  /** What loses most a month first, then the dearest. */
  readonly features: readonly (FeatureEconomics & {
    readonly feature: string;
    readonly quality: MeanQuality | undefined;
    readonly userCosts: UserCosts;
  })[];
  /** Of all features together, by the people calls name: who used two of them counts once. */
  readonly userCosts: UserCosts;
  /** What loses most a month first, then by margin, then those whose revenue is not known. */
  readonly tenants: readonly (TenantEconomics & { readonly tenant: string })[];
  /** Tenants that are not listed; undefined where none was asked for. */
  readonly others: { readonly tenants: number; readonly nanoUsd: bigint } | undefined;
}

/** What features and tenants cost beside what they are worth; days restated. */
export function economics(database: DatabaseSync, query: EconomicsQuery): Economics {
  const quality = featureQualities(database, query);
  const days = economicDays(database, query);
  const users = featureUserCosts(database, days, query);
  const features = featureWorth(database, query, days).map((one) => ({
    ...one,
    quality: quality.get(one.feature),
    userCosts: users.of(one.feature),
  }));
  if (query.isFeaturesOnly) {
    return { features, userCosts: users.total, tenants: [], others: undefined };
  }
  const tenants = tenantWorth(database, query).sort(
    (a, b) => descending(lossOf(a), lossOf(b)) || byMargin(a, b) || descending(a.nanoUsd, b.nanoUsd)
  );
  const left = tenants.slice(query.limit);
  return {
    features,
    userCosts: users.total,
    tenants: tenants.slice(0, query.limit),
    others: { tenants: left.length, nanoUsd: left.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n) },
  };
}

/** Whoever loses nothing comes after whoever does. */
const lossOf = ({ losing }: TenantEconomics): bigint => losing?.nanoUsdPerMonth ?? -1n;
const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0);

function byMargin({ marginNanoUsd: a }: TenantEconomics, { marginNanoUsd: b }: TenantEconomics): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return descending(b, a);
}

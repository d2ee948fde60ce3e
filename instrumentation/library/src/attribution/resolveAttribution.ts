import { UNALLOCATED } from '../contract/index.ts';
import type { AttributionDefaults } from './attributionDefaults.ts';
import type { AttributionStore } from './attributionStore.ts';
import type { ExchangeFollower } from './exchangeFollower.ts';
import { cleanValue } from './cleanValue.ts';
import { hashEmailLike } from './hashEmailLike.ts';
import { shortHash } from './shortHash.ts';

/** Attribution as it is recorded: what nobody named is explicitly `unallocated`. */
export interface ResolvedAttribution {
  readonly feature: string;
  readonly tenant: string;
  readonly team: string;
  readonly requestType: string;
  readonly task: string | undefined;
  readonly requestPath: string | undefined;
  readonly featureFlag?: string | undefined;
  /** At most one of the two, and only where the service records users. */
  readonly userId?: string | undefined;
  readonly userHash?: string | undefined;
  /** Recorded nowhere: who wants to know how the exchange ends. */
  readonly follower?: ExchangeFollower | undefined;
}

/** To be called once for each exchange. Fills `current` from the service's static `defaults`, then with `unallocated`; hashes e-mail-like tenants. */
export function resolveAttribution(
  current: AttributionStore | undefined,
  defaults: AttributionDefaults,
  allowEmailTenants: boolean
): ResolvedAttribution {
  const tenant = current?.tenant ?? defaults.tenant ?? UNALLOCATED;
  const user = defaults.users === undefined || defaults.users === 'off' ? undefined : current?.user;
  return {
    feature: current?.feature ?? defaults.feature ?? UNALLOCATED,
    tenant: allowEmailTenants ? tenant : hashEmailLike(tenant),
    team: current?.team ?? defaults.team ?? UNALLOCATED,
    requestType: current?.requestType ?? defaults.requestType ?? UNALLOCATED,
    task: current?.task ?? defaults.task,
    requestPath: current?.requestPath ?? cleanValue(current?.route?.()) ?? defaults.requestPath,
    featureFlag: current?.featureFlag,
    userId: defaults.users === 'allow' ? user : undefined,
    userHash: user === undefined || defaults.users === 'allow' ? undefined : shortHash(user),
    follower: current?.follow?.(),
  };
}

import { UNALLOCATED } from '../contract/index.ts';
import type { Attribution } from './attribution.ts';
import { hashEmailLike } from './hashEmailLike.ts';

/** Attribution as it is recorded: what nobody named is explicitly `unallocated`. */
export interface ResolvedAttribution {
  readonly feature: string;
  readonly tenant: string;
  readonly team: string;
  readonly requestType: string;
  readonly task: string | undefined;
  readonly requestPath: string | undefined;
}

/** Fills `current` from the service's static `defaults`, then with `unallocated`; hashes e-mail-like tenants. */
export function resolveAttribution(
  current: Attribution | undefined,
  defaults: Attribution,
  allowEmailTenants: boolean
): ResolvedAttribution {
  const tenant = current?.tenant ?? defaults.tenant ?? UNALLOCATED;
  return {
    feature: current?.feature ?? defaults.feature ?? UNALLOCATED,
    tenant: allowEmailTenants ? tenant : hashEmailLike(tenant),
    team: current?.team ?? defaults.team ?? UNALLOCATED,
    requestType: current?.requestType ?? defaults.requestType ?? UNALLOCATED,
    task: current?.task ?? defaults.task,
    requestPath: current?.requestPath ?? defaults.requestPath,
  };
}

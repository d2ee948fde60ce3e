import { TENANTS } from './tenants.ts';

const SHARES = TENANTS.map((_tenant, i) => 1 / (i + 1) ** 1.1);
const WHOLE = SHARES.reduce((sum, share) => sum + share, 0);
/** Some use it all day, most now and then. */
const SKEW = 1.5;

/** People of all customers who use a feature; the others of its requests, and of other features, are jobs. */
const PEOPLE_OF_FEATURES: Readonly<Record<string, number>> = { search: 5200, assistant: 2700, summaries: 800 };

/**
 * A person of a customer who uses a feature, the same ones of every feature first; undefined where it is a job.
 *
 * @param draw in [0, 1)
 */
export function pickUser(feature: string | undefined, tenant: string, draw: number): string | undefined {
  const all = PEOPLE_OF_FEATURES[feature ?? ''];
  const share = SHARES[TENANTS.findIndex((name) => name === tenant)];
  return all === undefined || share === undefined
    ? undefined
    : `${tenant}-${Math.floor(Math.max(1, (all * share) / WHOLE) * draw ** SKEW)}`;
}

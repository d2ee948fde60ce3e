import type { Owners } from './owners.ts';
import { parseOwners } from './parseOwners.ts';

/** What holds without an owners file: the default thresholds, and nothing else. */
export const NO_OWNERS: Owners = parseOwners({});

/** The explicit label value of a feature, tenant, team or request type that nobody named. */
export const UNALLOCATED = 'unallocated';

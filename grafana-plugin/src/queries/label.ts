/** What cost is split and filtered by, in the order pages offer it. `tenant` is kept apart from the others. */
export const LABELS = ['feature', 'team', 'tenant', 'request_type', 'provider', 'model', 'environment'] as const;

export type Label = (typeof LABELS)[number];

/** **B**, the labels of the cost metrics; their product stays in the low thousands of series. Tenants are apart. */
export const BASE_LABELS = ['feature', 'team', 'request_type', 'provider', 'model', 'environment'] as const;

export type BaseLabel = (typeof BASE_LABELS)[number];

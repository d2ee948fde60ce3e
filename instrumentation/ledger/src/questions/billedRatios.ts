/**
 * What a provider's cost is multiplied by, in units of 10⁻¹²: by provider, then by UTC month, YYYY-MM; '' is for months that
 * have none of their own.
 */
export type BilledRatios = ReadonlyMap<string, ReadonlyMap<string, bigint>>;

/** Spellings of tiers that are another's price. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['on_demand_flex', 'flex'],
  ['on_demand_priority', 'priority'],
]);
const STANDARD = new Set(['', 'auto', 'default', 'standard', 'on_demand', 'traffic_type_unspecified']);
const NO_GEO = new Set(['', 'global', 'not_available']);

/**
 * One name for everything about how a call was served that changes its price: the tier the response names, a speed,
 * a place of inference, joined by `+`. What `priceCall` takes as `serviceTier` and the ledger shows as `service_tier`.
 *
 * @example servedTier({ serviceTier: 'batch', inferenceGeo: 'us' }) // => 'batch+geo_us'
 * @example servedTier({ serviceTier: 'default' }) // => 'default'
 */
export function servedTier(served: {
  readonly serviceTier?: string | undefined;
  readonly speed?: string | undefined;
  readonly inferenceGeo?: string | undefined;
}): string | undefined {
  const { serviceTier, speed = '', inferenceGeo = '' } = served;
  if (speed === '' && inferenceGeo === '') {
    return serviceTier;
  }
  const extra = [
    ...(STANDARD.has(speed.toLowerCase()) ? [] : [speed.toLowerCase()]),
    ...(NO_GEO.has(inferenceGeo.toLowerCase()) ? [] : [`geo_${inferenceGeo.toLowerCase()}`]),
  ];
  return extra.length === 0 ? serviceTier : [...tierTraits(serviceTier), ...extra].join('+');
}

/** The parts of a served tier that change a price; none for a standard one. */
export function tierTraits(serviceTier: string | undefined): readonly string[] {
  if (serviceTier === undefined || STANDARD.has(serviceTier)) {
    return [];
  }
  const parts = serviceTier.toLowerCase().split('+');
  return [...new Set(parts.map((part) => SAME_AS.get(part) ?? part))].filter((part) => !STANDARD.has(part));
}

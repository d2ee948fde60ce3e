/** What the rest is booked under in metrics once a label has as many values as it may. Sums stay whole. */
export const OTHER = 'other';

/** Values a label may take in metrics, and label sets of the cost metrics and of work; the books themselves know no cap. */
export const LABEL_CAPS = {
  feature: 500,
  team: 200,
  request_type: 100,
  provider: 50,
  model: 300,
  account: 200,
  service_tier: 20,
  environment: 30,
  baseSets: 5_000,
  unit: 50,
  evaluator: 50,
  workSets: 5_000,
  tenants: 10_000,
  tenantsByFeature: 200,
} as const;

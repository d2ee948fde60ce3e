/** Levers in the order they usually pay. */
export const leverNames: Readonly<Record<string, string>> = {
  prompt_caching: 'prompt caching',
  contract: 'contract',
  tier_routing: 'tier routing',
  batch_shifting: 'batch shifting',
  prompt_economics: 'prompt economics',
  retrieval_tuning: 'retrieval tuning',
  other: 'other',
};

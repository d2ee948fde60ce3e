import type { Opportunity } from '../../data/opportunity.ts';
import { scopeWords } from '../../data/scopeWords.ts';

const DONE: Readonly<Record<Opportunity['lever'], string>> = {
  prompt_caching: 'Cache the repeated part of the prompt',
  tier_routing: 'Route to a smaller model',
  batch_shifting: 'Shift to batch',
  prompt_economics: 'Shorten the prompt',
  retries: 'Cut the retries',
  contract: 'Ask for a contract',
  idle_commitment: 'Use what is committed, or commit less',
};

/** The idea in words: `Shift to batch: summaries · background · gpt-5.4`. */
export function opportunityWords({ lever, scope }: Pick<Opportunity, 'lever' | 'scope'>): string {
  const { feature, requestType, provider, model } = scope;
  // A model says whose it is.
  const named = Object.entries({ feature, requestType, model: model ?? provider }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]]
  );
  return `${DONE[lever]}: ${scopeWords(Object.fromEntries(named) as Record<string, string>)}`;
}

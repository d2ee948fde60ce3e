import type { ReplacementCost } from '../analysis/policy/replacementCost.ts';
import type { Owners } from '../ownership/owners.ts';
import type { Ask } from '../questions/ask.ts';
import type { FoundPolicy } from '../questions/policy.ts';
import type { EventDay } from '../store/eventDay.ts';
import { policyTerms } from './policyTerms.ts';
import { sumReplacementCosts } from './sumReplacementCosts.ts';

/**
 * What is not as the owners file says. Where models in use retire, the calls of the period are rated again at their
 * replacements, a day a question: a year's worth of calls holds nobody up.
 */
export async function askPolicy(ask: Ask, owners: Owners, today: EventDay): Promise<FoundPolicy | undefined> {
  const terms = policyTerms(owners);
  const first = await ask('policy', { terms, replaced: [], today });
  const retiring = (first?.findings ?? []).flatMap(({ rule, provider, model, replacement }) =>
    rule === 'retiring_model' && replacement !== undefined ? [{ provider, model, replacement }] : []
  );
  if (first === undefined || retiring.length === 0) {
    return first;
  }
  const models = [...new Map(retiring.map((one) => [JSON.stringify(one), one])).values()];
  const days: ReplacementCost[] = [];
  for (let day = first.from; day <= first.through; day++) {
    days.push(...(await ask('replacementCosts', { day, models, today })));
  }
  return ask('policy', { terms, replaced: sumReplacementCosts(days), today });
}

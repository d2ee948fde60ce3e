import { z } from 'zod';
import { readProviderRatio } from './readProviderRatio.ts';

const SAYS = 'a provider and what its cost is multiplied by, above 0: openai:1.025';
const MAX = 200;

/** Ratios in a query string, one a provider: the parameter may be given more than once. */
export function providerRatios() {
  return z
    .array(z.string().refine((text) => readProviderRatio(text) !== undefined, SAYS))
    .max(MAX, `at most ${MAX} of them`)
    .meta({
      description:
        'What a provider’s calls cost times this (openai:1.025), as genai_provider_calibration_ratio has it of its newest final bill; give it again for another. Tenants stay estimates: their sums know no provider',
    })
    .optional();
}

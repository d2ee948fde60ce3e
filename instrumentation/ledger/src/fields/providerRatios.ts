import { z } from 'zod';
import { readProviderRatio } from './readProviderRatio.ts';

const SAYS =
  'a provider and what its cost is multiplied by, above 0: openai:1.025, or of one month openai:2026-09:1.03';
const MAX = 200;

const ratio = z.string().transform((text, context) => {
  const read = readProviderRatio(text);
  if (read === undefined) {
    context.addIssue({ code: 'custom', message: SAYS });
    return z.NEVER;
  }
  return read;
});

/** Ratios in a query string, one a provider and month: the parameter may be given more than once. */
export function providerRatios() {
  return z
    .array(ratio)
    .max(MAX, `at most ${MAX} of them`)
    .meta({
      description:
        'What a provider’s calls cost times this (openai:1.025), as genai_provider_calibration_ratio has it of its newest final bill; with a month (openai:2026-09:1.03) that month’s days times this, as genai_month_calibration_ratio has it. Give it again for another',
    })
    .optional();
}

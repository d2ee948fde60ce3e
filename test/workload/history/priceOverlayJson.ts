import { STORY } from './story.ts';
import { utcDay, type UtcDay } from './utcDay.ts';

/** The contract of the story as a price overlay file: a discount on everything of OpenAI from its first day on. */
export function priceOverlayJson(anchor: UtcDay): object {
  const from = utcDay(anchor.startMs + STORY.contract * 86_400_000).name;
  return { contracts: [{ provider: 'openai', from, discountPercent: STORY.contractDiscountPercent }] };
}

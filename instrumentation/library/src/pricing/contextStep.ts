import { TOKEN_TYPES, type Component } from '../contract/index.ts';
import type { Quantities } from './quantities.ts';
import type { RateCard } from './rateCard.ts';

const INPUT: readonly Component[] = TOKEN_TYPES.filter((type) => /^(input|cache)/.test(type));

/** The step of a card that prices a call: by its whole input, whatever the modality, cached included. */
export function contextStep(card: RateCard, quantities: Quantities): RateCard['steps'][number] | undefined {
  const input = INPUT.reduce((sum, component) => sum + (quantities[component] ?? 0), 0);
  return card.steps.findLast((step) => input > step.above);
}

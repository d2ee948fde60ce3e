import { TOKEN_TYPES, type Component } from '../contract/index.ts';
import type { Quantities } from './quantities.ts';
import type { RateCard } from './rateCard.ts';

const INPUT: readonly Component[] = TOKEN_TYPES.filter((type) => /^(input|cache)/.test(type));

/**
 * Which of a card's steps prices a call: by its whole input, whatever the modality, cached included. -1: none.
 */
export function contextStep({ steps }: RateCard, quantities: Quantities): number {
  let at = steps.length - 1;
  if (at <= 0 && (steps[at]?.above ?? 0) < 0) {
    // Most cards have one step, for all.
    return at;
  }
  let input = 0;
  for (const component of INPUT) {
    input += quantities[component] ?? 0;
  }
  while (at >= 0 && input <= (steps[at]?.above ?? Infinity)) {
    at -= 1;
  }
  return at;
}

import { INPUT_COMPONENTS } from '../whatChanged/inputSide.ts';
import type { UseCell } from './useCell.ts';

/** Tokens that prompts had in all, cached or not. */
export function promptTokens({ components }: Pick<UseCell, 'components'>): number {
  return components.reduce((sum, one) => sum + (INPUT_COMPONENTS.has(one.component) ? one.quantity : 0), 0);
}

import { INPUT_COMPONENTS } from '../whatChanged/inputSide.ts';
import type { Idea } from './idea.ts';
import { promptTokens } from './promptTokens.ts';
import type { UseCell } from './useCell.ts';

/** The field's rule of thumb: input tokens a call up by a quarter in a quarter of a year. */
const GROWN = 1.25;
const TAKEN_BACK = { low: 0.25, middle: 0.5, high: 1 };

/**
 * Prompts that grew. Share = input's share of the cost × (1 − before / now) × what of the growth is taken back:
 * input 60 %, 2,000 → 3,000 tokens, half: .6 × .333 × .5 = .1.
 */
export function promptIdea(cell: UseCell): Idea | undefined {
  const [before, now] = [cell.promptTokensBefore, promptTokens(cell) / cell.requests];
  if (before === undefined || before <= 0 || now < GROWN * before) {
    return undefined;
  }
  const inputNano = cell.components.reduce(
    (sum, { component, nanoUsd }) => sum + (INPUT_COMPONENTS.has(component) ? Number(nanoUsd) : 0),
    0
  );
  const grown = Math.min(1, inputNano / Number(cell.nanoUsd)) * (1 - before / now);
  return {
    ...{ low: grown * TAKEN_BACK.low, middle: grown * TAKEN_BACK.middle, high: grown * TAKEN_BACK.high },
    needsEvaluation: false,
    working: `Prompts grew from ${Math.round(before)} to ${Math.round(now)} tokens; 25–100 % of the growth taken back.`,
  };
}

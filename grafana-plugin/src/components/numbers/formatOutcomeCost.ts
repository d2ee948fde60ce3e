import type { OutcomeCost } from '../../data/outcomeCost.ts';
import { formatUnitCost } from './formatUnitCost.ts';

/** `$0.289`; `$0.254, inference only`; the word where there is no number. */
export function formatOutcomeCost(cost: OutcomeCost): string {
  switch (cost.kind) {
    case 'asking':
      return '…';
    case 'none':
      return 'no outcomes';
    case 'mixed':
      return 'several units';
    case 'known':
      return `${formatUnitCost(cost.usd)}${cost.isInferenceOnly ? ', inference only' : ''}`;
  }
}

import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { UserCost } from '../../data/economics.ts';

/** What one of them costs: `$1.88`, `≤ $1.88` where there are at least so many, `not known`. */
export const userCostWords = (cost: UserCost | null | undefined): string =>
  cost ? `${cost.isAtLeast ? '≤ ' : ''}${formatUnitCost(cost.perUserUsd)}` : 'not known';

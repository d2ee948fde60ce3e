import { formatCount } from '../../components/numbers/formatCount.ts';
import type { UserCost } from '../../data/economics.ts';

/** How many people: `2,688`, `≥ 1,000,000` where there is no room for more, `not known`. */
export const usersWords = (cost: UserCost | null | undefined): string =>
  cost ? `${cost.isAtLeast ? '≥ ' : ''}${formatCount(Number(cost.users))}` : 'not known';

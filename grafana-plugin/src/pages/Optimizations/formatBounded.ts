import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Bounded } from '../../data/lever.ts';

/** USD with its bounds: `$18.4k (15.9k–20.8k)`. */
export const formatBounded = ({ usd, low, high }: Bounded): string =>
  `${formatMoneyShort(usd)} (${formatMoneyShort(low)} – ${formatMoneyShort(high)})`;

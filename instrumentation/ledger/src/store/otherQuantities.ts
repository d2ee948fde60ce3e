import type { Quantities } from '@ai-finops/instrumentation/pricing';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';

/** The quantities without a column of their own as JSON, null where there are none. */
export function otherQuantities(quantities: Quantities): string | null {
  const other = Object.entries(quantities).filter(([component]) => !QUANTITY_COLUMNS.some((own) => own === component));
  return other.length > 0 ? JSON.stringify(Object.fromEntries(other)) : null;
}

import type { Component } from '@ai-finops/instrumentation/contract';
import type { Quantities } from '@ai-finops/instrumentation/pricing';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';

const OWN: ReadonlySet<string> = new Set(QUANTITY_COLUMNS);

/** The quantities without a column of their own as JSON, null where there are none. */
export function otherQuantities(quantities: Quantities): string | null {
  let other: Record<string, number | undefined> | undefined;
  let component: Component;
  for (component in quantities) {
    if (!OWN.has(component)) {
      other ??= {};
      other[component] = quantities[component];
    }
  }
  return other === undefined ? null : JSON.stringify(other);
}

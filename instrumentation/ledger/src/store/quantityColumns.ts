import type { Component } from '@ai-finops/instrumentation/contract';

/** Components with a column of their own in the tables of calls; the rare ones share `other_quantities`. */
export const QUANTITY_COLUMNS: readonly Component[] = [
  ...(['input', 'cache_read', 'cache_write', 'cache_write_5m', 'cache_write_1h'] as const),
  ...(['output', 'reasoning', 'web_search'] as const),
];

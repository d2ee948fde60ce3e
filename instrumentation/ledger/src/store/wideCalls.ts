import type { CallLayout } from './callLayout.ts';
import { otherQuantities } from './otherQuantities.ts';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';

/** Tables of days that began before there were compact ones: a value a column. They go with retention, 100 days at most. */
export const WIDE_CALLS: CallLayout = {
  columns: [
    ...['start_us', 'key', 'parent', 'duration_us', 'booked', 'dimension', 'wire_model', 'tenant', 'request_path'],
    ...['task', 'status', 'attempt', 'error_type', 'partial', 'reported'],
    ...[...QUANTITY_COLUMNS, 'other_quantities'],
    ...['cost', 'list', 'unpriced', 'rate_card', 'estimate', 'stop_reason'],
  ],
  values({ record, priced, day, forDay, dimension }, dictionary) {
    const { price, quantities, isUsageKnown } = priced;
    const none = isUsageKnown ? 0 : null;
    const model = record.dimensions.model;
    const isPriced = price.kind === 'priced';
    return [
      record.startUs,
      record.key,
      record.parentSpanId,
      record.durationUs,
      day === forDay ? null : day,
      dimension,
      model === priced.dimensions.model ? null : model,
      dictionary.name(record.tenant),
      record.requestPath || null,
      record.task || null,
      record.status,
      record.attempt,
      record.errorType || null,
      Number(record.usage.kind === 'reported' && record.usage.partial),
      isUsageKnown || record.usage.kind !== 'reported' ? null : JSON.stringify(record.usage.usage),
      ...QUANTITY_COLUMNS.map((component) => quantities[component] ?? none),
      otherQuantities(quantities),
      isPriced ? price.nanoUsd : null,
      isPriced ? price.listNanoUsd : null,
      isPriced ? null : price.reason,
      dictionary.name(isPriced ? price.rateCard : ''),
      record.estimateNanoUsd ?? null,
      record.stopReason === '' ? null : dictionary.name(record.stopReason),
    ];
  },
  repricing: 'cost = ?, list = ?, unpriced = ?, rate_card = ?, other_quantities = ?',
  repriced({ price, quantities }, dictionary) {
    const isPriced = price.kind === 'priced';
    return [
      isPriced ? price.nanoUsd : null,
      isPriced ? price.listNanoUsd : null,
      isPriced ? null : price.reason,
      dictionary.name(isPriced ? price.rateCard : ''),
      otherQuantities(quantities),
    ];
  },
};

import type { z } from 'zod';
import { microText } from '../fields/microText.ts';
import type { CallRow } from '../questions/callRow.ts';
import { dayText } from '../store/dayText.ts';
import type { CALL_SCHEMA } from './callSchema.ts';

/** A call as the API shows it. */
export function shownCall(row: CallRow): z.infer<typeof CALL_SCHEMA> {
  const { request_type: requestType, service_tier: serviceTier, ...labels } = row.dimensions;
  return {
    time: microText(row.startUs),
    traceId: row.traceId,
    spanId: row.spanId,
    parentSpanId: row.parentSpanId,
    costNanoUsd: row.costNanoUsd === null ? null : String(row.costNanoUsd),
    listNanoUsd: row.listNanoUsd === null ? null : String(row.listNanoUsd),
    unpriced: row.unpriced,
    ...labels,
    tenant: row.tenant,
    requestType,
    serviceTier,
    requestPath: row.requestPath,
    task: row.task,
    quantities: row.quantities,
    isPartial: row.isPartial,
    attempt: row.attempt,
    durationMs: row.durationUs / 1_000,
    status: row.status,
    errorType: row.errorType,
    stopReason: row.stopReason,
    bookedOn: row.booked === null ? null : dayText(row.booked),
  };
}

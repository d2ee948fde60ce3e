import { COMPONENTS, type CallStatus, type Component } from '@ai-finops/instrumentation/contract';
import type { SQLOutputValue } from 'node:sqlite';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { EventDay } from '../store/eventDay.ts';
import { storedText } from '../store/storedText.ts';

/** A call as the books keep it. */
export interface CallRow {
  readonly startUs: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly durationUs: number;
  readonly dimensions: Dimensions;
  /** As the wire spelled it. */
  readonly wireModel: string;
  readonly tenant: string;
  readonly requestPath: string | null;
  readonly task: string | null;
  readonly status: CallStatus;
  readonly attempt: number;
  readonly errorType: string | null;
  /** Why the answer ended, in the provider's word. */
  readonly stopReason: string | null;
  readonly isPartial: boolean;
  /** Null where usage is unknown. */
  readonly quantities: Readonly<Partial<Record<Component, number>>> | null;
  /** Null where the call is unpriced. */
  readonly costNanoUsd: bigint | null;
  readonly listNanoUsd: bigint | null;
  readonly unpriced: string | null;
  readonly rateCard: string;
  /** The day it was booked on, where that is not its own. */
  readonly booked: EventDay | null;
}

/** What a `CallRow` is made of; its calls are `c`. */
export const CALL_COLUMNS = `c.*, d.feature, d.team, d.request_type, d.provider, d.model, d.account, d.service_tier,
  d.environment, t.value AS tenant_name, r.value AS card, s.value AS stopped,
  ${storedText('wire_model')} AS wire_model_text, ${storedText('request_path')} AS request_path_text`;
export const CALL_JOINS = `JOIN dimension d ON d.id = c.dimension JOIN name t ON t.id = c.tenant
  JOIN name r ON r.id = c.rate_card
  LEFT JOIN name s ON s.id = c.stop_reason`;

/** @param row read with bigints */
export function callRow(row: Record<string, SQLOutputValue>): CallRow {
  const key = Buffer.from(row['key'] as Uint8Array).toString('hex');
  const parent = row['parent'];
  const model = String(row['model']);
  const booked = row['booked'];
  return {
    startUs: Number(row['start_us']),
    traceId: key.slice(0, 32),
    spanId: key.slice(32),
    parentSpanId: parent === null ? null : Buffer.from(parent as Uint8Array).toString('hex'),
    durationUs: Number(row['duration_us']),
    dimensions: {
      feature: String(row['feature']),
      team: String(row['team']),
      request_type: String(row['request_type']),
      provider: String(row['provider']),
      model,
      account: String(row['account']),
      service_tier: String(row['service_tier']),
      environment: String(row['environment']),
    },
    wireModel: textOf(row['wire_model_text']) ?? model,
    tenant: String(row['tenant_name']),
    requestPath: textOf(row['request_path_text']),
    task: textOf(row['task']),
    status: String(row['status']) as CallStatus,
    attempt: Number(row['attempt']),
    errorType: textOf(row['error_type']),
    stopReason: textOf(row['stopped']),
    isPartial: row['partial'] === 1n,
    quantities: quantitiesOf(row),
    costNanoUsd: row['cost'] as bigint | null,
    listNanoUsd: row['list'] as bigint | null,
    unpriced: textOf(row['unpriced']),
    rateCard: String(row['card']),
    booked: booked === null ? null : Number(booked),
  };
}

/** Columns and the rest alike; null where what was used is not known. */
function quantitiesOf(row: Record<string, SQLOutputValue>): CallRow['quantities'] {
  if (row['input'] === null) {
    return null;
  }
  const other = textOf(row['other_quantities']);
  const rare = other === null ? {} : (JSON.parse(other) as Record<string, number>);
  const known = COMPONENTS.map((component) => [component, Number(row[component] ?? rare[component] ?? 0)] as const);
  return Object.fromEntries(known.filter(([, quantity]) => quantity > 0));
}

function textOf(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

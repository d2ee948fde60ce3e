import {
  CALL_STATUSES,
  UNALLOCATED,
  UNSPECIFIED_ENVIRONMENT,
  type CallStatus,
} from '@ai-finops/instrumentation/contract';
import { servedTier } from '@ai-finops/instrumentation/pricing';
import { durationOf } from './durationOf.ts';
import { label } from './label.ts';
import type { MoneyRecord, ProviderCost } from './moneyRecord.ts';
import type { AttributeValue, ReadSpan } from './readSpan.ts';
import { personOf } from './personOf.ts';
import { recordedUsage } from './recordedUsage.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { SLOT } from './wantedAttributes.ts';

const MAX_ATTEMPT = 1_000;
const MAX_ESTIMATE = 10n ** 18n;

const STATUSES: ReadonlyMap<AttributeValue | undefined, CallStatus> = new Map(
  CALL_STATUSES.map((status) => [status, status])
);

/** The call a money span tells of, or undefined where its ids are not ids. Never throws, whatever the values. */
export function toMoneyRecord(span: ReadSpan): MoneyRecord | undefined {
  const { key, attributes, resource } = span;
  if (key === undefined) {
    return undefined;
  }
  const status = STATUSES.get(attributes.at(SLOT.status)) ?? (span.failed ? 'error' : 'ok');
  return {
    key,
    parentSpanId: span.parentSpanId,
    startUs: span.startUs,
    durationUs: durationOf(span),
    dimensions: {
      feature: label(attributes.at(SLOT.feature), UNALLOCATED),
      team: label(attributes.at(SLOT.team), UNALLOCATED),
      request_type: label(attributes.at(SLOT.requestType), UNALLOCATED),
      provider: label(attributes.at(SLOT.provider), ''),
      model: label(attributes.at(SLOT.responseModel), label(attributes.at(SLOT.requestModel), '')),
      account: label(attributes.at(SLOT.account), ''),
      service_tier: readTier(attributes),
      environment: label(attributes.at(SLOT.environment) ?? resource.at(SLOT.environment), UNSPECIFIED_ENVIRONMENT),
    },
    tenant: label(attributes.at(SLOT.tenant), UNALLOCATED),
    requestPath: label(attributes.at(SLOT.requestPath), ''),
    task: label(attributes.at(SLOT.task), ''),
    person: personOf(attributes),
    status,
    attempt: readAttempt(attributes.at(SLOT.attempt), attributes.at(SLOT.resendCount)),
    errorType: label(attributes.at(SLOT.errorType), ''),
    stopReason: label(attributes.at(SLOT.finishReasons), ''),
    usage: recordedUsage(attributes, status),
    providerCost: readProviderCost(attributes),
    estimateNanoUsd: readEstimate(attributes.at(SLOT.costNanoUsd)),
  };
}

function readTier(attributes: SpanAttributes): string {
  const serviceTier = label(attributes.at(SLOT.serviceTier), '');
  const speed = label(attributes.at(SLOT.speed), '');
  const inferenceGeo = label(attributes.at(SLOT.inferenceGeo), '');
  return servedTier({ serviceTier, speed, inferenceGeo }) ?? '';
}

function readProviderCost(attributes: SpanAttributes): ProviderCost | undefined {
  const amount = attributes.at(SLOT.costAmount);
  // A cost from another source is somebody's estimate.
  if (amount === undefined || attributes.at(SLOT.costSource) !== 'provider') {
    return undefined;
  }
  const currency = attributes.at(SLOT.costCurrency);
  return {
    amount: typeof amount === 'number' || typeof amount === 'string' ? amount : String(amount),
    currency: currency === undefined ? undefined : String(currency),
  };
}

function readAttempt(attempt: AttributeValue | undefined, resends: AttributeValue | undefined): number {
  const number = Number(attempt ?? Number(resends ?? 0) + 1);
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), MAX_ATTEMPT) : 1;
}

function readEstimate(value: AttributeValue | undefined): bigint | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string' ? `${value}` : '';
  const estimate = /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  return estimate !== undefined && estimate <= MAX_ESTIMATE ? estimate : undefined;
}

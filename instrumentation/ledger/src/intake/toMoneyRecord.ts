import {
  ATTRIBUTE,
  CALL_STATUSES,
  UNALLOCATED,
  UNSPECIFIED_ENVIRONMENT,
  type CallStatus,
} from '@ai-finops/instrumentation/contract';
import { servedTier } from '@ai-finops/instrumentation/pricing';
import { label } from './label.ts';
import type { MoneyRecord, ProviderCost } from './moneyRecord.ts';
import type { Attributes, AttributeValue, ReadSpan } from './readSpan.ts';
import { parentId } from './parentId.ts';
import { recordedUsage } from './recordedUsage.ts';
import { spanKey } from './spanKey.ts';
import { spanTimes } from './spanTimes.ts';

const MAX_ATTEMPT = 1_000;
const MAX_ESTIMATE = 10n ** 18n;

/** The call a money span tells of, or undefined where its ids are not ids. Never throws, whatever the values. */
export function toMoneyRecord(span: ReadSpan): MoneyRecord | undefined {
  const key = spanKey(span);
  if (key === undefined) {
    return undefined;
  }
  const { attributes, resource } = span;
  const of = (name: string) => attributes.get(name);
  const status = readStatus(of(ATTRIBUTE.status), span.failed);
  return {
    key,
    parentSpanId: parentId(span),
    ...spanTimes(span),
    dimensions: {
      feature: label(of(ATTRIBUTE.feature), UNALLOCATED),
      team: label(of(ATTRIBUTE.team), UNALLOCATED),
      request_type: label(of(ATTRIBUTE.requestType), UNALLOCATED),
      provider: label(of(ATTRIBUTE.provider), ''),
      model: label(of(ATTRIBUTE.responseModel), label(of(ATTRIBUTE.requestModel), '')),
      account: label(of(ATTRIBUTE.account), ''),
      service_tier: readTier(attributes),
      environment: label(of(ATTRIBUTE.environment) ?? resource.get(ATTRIBUTE.environment), UNSPECIFIED_ENVIRONMENT),
    },
    tenant: label(of(ATTRIBUTE.tenant), UNALLOCATED),
    requestPath: label(of(ATTRIBUTE.requestPath), ''),
    task: label(of(ATTRIBUTE.task), ''),
    status,
    attempt: readAttempt(of(ATTRIBUTE.attempt), of(ATTRIBUTE.resendCount)),
    errorType: label(of(ATTRIBUTE.errorType), ''),
    stopReason: label(of(ATTRIBUTE.finishReasons), ''),
    usage: recordedUsage(attributes, status),
    providerCost: readProviderCost(attributes),
    estimateNanoUsd: readEstimate(of(ATTRIBUTE.costNanoUsd)),
  };
}

function readTier(attributes: Attributes): string {
  const text = (name: string) => label(attributes.get(name), '');
  const serviceTier = text(ATTRIBUTE.serviceTier);
  return servedTier({ serviceTier, speed: text(ATTRIBUTE.speed), inferenceGeo: text(ATTRIBUTE.inferenceGeo) }) ?? '';
}

function readProviderCost(attributes: Attributes): ProviderCost | undefined {
  const amount = attributes.get(ATTRIBUTE.costAmount);
  // A cost from another source is somebody's estimate.
  if (amount === undefined || attributes.get(ATTRIBUTE.costSource) !== 'provider') {
    return undefined;
  }
  const currency = attributes.get(ATTRIBUTE.costCurrency);
  return {
    amount: typeof amount === 'number' || typeof amount === 'string' ? amount : String(amount),
    currency: currency === undefined ? undefined : String(currency),
  };
}

function readStatus(value: AttributeValue | undefined, failed: boolean): CallStatus {
  return CALL_STATUSES.find((status) => status === value) ?? (failed ? 'error' : 'ok');
}

function readAttempt(attempt: AttributeValue | undefined, resends: AttributeValue | undefined): number {
  const number = Number(attempt ?? Number(resends ?? 0) + 1);
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), MAX_ATTEMPT) : 1;
}

function readEstimate(value: AttributeValue | undefined): bigint | undefined {
  const text = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string' ? `${value}` : '';
  const estimate = /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  return estimate !== undefined && estimate <= MAX_ESTIMATE ? estimate : undefined;
}

import { ATTRIBUTE, UNALLOCATED, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import type { Dialect, Field } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { durationOf } from './durationOf.ts';
import type { ForeignSpan } from './foreignSpan.ts';
import { foreignUsage } from './foreignUsage.ts';
import { label } from './label.ts';
import type { MoneyRecord } from './moneyRecord.ts';
import { providerName } from './providerName.ts';
import type { ReadSpan } from './readSpan.ts';
import { SERVICE_NAME } from './serviceName.ts';
import type { SpanAttributes } from './spanAttributes.ts';

/** Claude Code's calls are booked from its metrics, which cannot be told apart from its spans: those never are. */
const TOLD_BY_METRICS: ReadonlySet<string> = new Set([
  'com.anthropic.claude_code.tracing',
  'com.anthropic.claude_code.traces',
]);

/**
 * What a span of another instrumentation is to the books: a call in one of the known dialects, a link, or nothing —
 * `foreign`: no call, and nothing above it; `superseded`: a call that has a record of ours. Never throws.
 */
export function toForeignSpan(span: ReadSpan, scope: string): ForeignSpan | 'foreign' | 'superseded' | 'invalid_ids' {
  const dialect = DIALECTS.find(
    ({ kind, scopes }) => span.attributes.has(kind) && (scopes === undefined || scopes.includes(scope))
  );
  const isCall = dialect !== undefined && !TOLD_BY_METRICS.has(scope) && isCallOf(dialect, span.attributes);
  const { key, parentSpanId } = span;
  if (key === undefined) {
    return isCall ? 'invalid_ids' : 'foreign';
  }
  const isSuperseded = isCall && span.attributes.get(ATTRIBUTE.superseded) === true;
  if ((!isCall || isSuperseded) && parentSpanId === null) {
    return isSuperseded ? 'superseded' : 'foreign';
  }
  return {
    key,
    parentSpanId,
    startUs: span.startUs,
    call: isCall && !isSuperseded ? toCall(span, key, parentSpanId, dialect, scope) : undefined,
    service: label(span.resource.get(SERVICE_NAME), ''),
  };
}

function isCallOf({ kind, calls }: Dialect, attributes: SpanAttributes): boolean {
  const value = attributes.get(kind);
  return calls === 'any' || (typeof value === 'string' && calls.includes(value));
}

function toCall(
  span: ReadSpan,
  key: Buffer,
  parentSpanId: Buffer | null,
  dialect: Dialect,
  scope: string
): MoneyRecord {
  const of = (field: Field) => {
    const name = dialect.fields[field]?.find((one) => span.attributes.has(one));
    return name === undefined ? undefined : span.attributes.get(name);
  };
  const named = (field: Field, attribute: string) => label(of(field) ?? span.resource.get(attribute), UNALLOCATED);
  const provider = providerName(label(of('provider'), ''));
  const isExclusiveScope = dialect.exclusiveInput?.includes(scope) ?? false;
  const environment =
    span.attributes.get(ATTRIBUTE.environment) ??
    span.resource.get(ATTRIBUTE.environment) ??
    span.resource.get('deployment.environment');
  const resends = Number(span.attributes.get(ATTRIBUTE.resendCount) ?? 0);
  return {
    key,
    parentSpanId,
    startUs: span.startUs,
    durationUs: durationOf(span),
    dimensions: {
      feature: named('feature', ATTRIBUTE.feature),
      team: named('team', ATTRIBUTE.team),
      request_type: label(span.attributes.get(ATTRIBUTE.requestType), UNALLOCATED),
      provider,
      model: label(of('responseModel'), label(of('requestModel'), '')),
      account: label(span.attributes.get(ATTRIBUTE.account), ''),
      service_tier: label(of('serviceTier'), ''),
      environment: label(environment, UNSPECIFIED_ENVIRONMENT),
    },
    tenant: named('tenant', ATTRIBUTE.tenant),
    requestPath: '',
    task: label(of('conversation'), ''),
    status: span.failed ? 'error' : 'ok',
    attempt: Number.isInteger(resends) && resends >= 0 && resends < 1_000 ? resends + 1 : 1,
    errorType: label(span.attributes.get(ATTRIBUTE.errorType), ''),
    stopReason: label(of('stopReason'), ''),
    usage: foreignUsage(of, { provider, isExclusiveScope, failed: span.failed }),
    providerCost: undefined,
    estimateNanoUsd: undefined,
  };
}

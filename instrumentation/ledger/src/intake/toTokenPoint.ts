import { ATTRIBUTE, UNALLOCATED, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import { createHash } from 'node:crypto';
import { label } from './label.ts';
import type { ReadPoint } from './readPoint.ts';
import type { Attributes } from './readSpan.ts';
import { SERVICE_NAME } from './serviceName.ts';
import { TOKEN_KINDS, type TokenPoint } from './tokenPoint.ts';

/** As a request type: what is booked from metrics is told from calls. */
const CLAUDE_CODE = 'claude_code';
/** More in a minute is a broken counter. */
const MAX_TOKENS = 10 ** 12;
const DELTA = 1;
const CUMULATIVE = 2;

/**
 * The tokens a point of `claude_code.token.usage` counts, or why there are none: no whole number, no model or kind, no
 * time, a total nobody knows the start of. Never throws, whatever the values.
 */
export function toTokenPoint(point: ReadPoint): TokenPoint | 'invalid_points' {
  const { attributes, resource, temporality, startNs, timeNs } = point;
  const of = (name: string) => attributes.get(name) ?? resource.get(name);
  const kind = TOKEN_KINDS.find((one) => one === attributes.get('type'));
  const tokens = Number(point.value ?? NaN);
  const named = label(attributes.get('model'), '').replace(/\[1m\]$/, '');
  const isCumulative = temporality === CUMULATIVE;
  if (
    kind === undefined ||
    named === '' ||
    !(Number.isInteger(tokens) && tokens >= 0 && tokens <= MAX_TOKENS) ||
    !point.isMonotonic ||
    !(isCumulative || temporality === DELTA) ||
    (isCumulative && startNs === 0n) ||
    timeNs === 0n ||
    startNs > timeNs
  ) {
    return 'invalid_points';
  }
  return {
    series: seriesOf(point),
    ...{ isCumulative, tokens, kind },
    startUs: Number(startNs / 1_000n),
    timeUs: Number(timeNs / 1_000n),
    dimensions: {
      feature: label(of(ATTRIBUTE.feature), UNALLOCATED),
      team: label(of(ATTRIBUTE.team) ?? of('team.id'), UNALLOCATED),
      request_type: label(of(ATTRIBUTE.requestType), CLAUDE_CODE),
      provider: providerOf(named),
      model: named,
      ...{ account: '', service_tier: '' },
      environment: label(of(ATTRIBUTE.environment) ?? of('deployment.environment'), UNSPECIFIED_ENVIRONMENT),
    },
    tenant: label(of(ATTRIBUTE.tenant), UNALLOCATED),
    task: label(of('session.id'), ''),
    service: label(resource.get(SERVICE_NAME), ''),
    metric: point.metric,
  };
}

/** Whom the model was asked of, by how it is spelled: Claude Code says so nowhere else. */
function providerOf(model: string): string {
  if (/^(?:arn:aws|(?:[a-z]{2,6}\.)?anthropic\.)/.test(model)) {
    return 'aws.bedrock';
  }
  return model.includes('@') ? 'gcp.vertex_ai' : 'anthropic';
}

function seriesOf({ metric, scope, startNs, temporality, attributes, resource }: ReadPoint): Buffer {
  const sorted = (of: Attributes) =>
    [...of].map(([name, value]) => JSON.stringify([name, typeof value === 'bigint' ? `${value}n` : value])).sort();
  const parts = [metric, scope, String(startNs), temporality, sorted(attributes), sorted(resource)];
  return createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 24);
}

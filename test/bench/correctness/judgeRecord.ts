import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { BilledUsage } from '../../workload/providers/billedUsage.ts';
import type { DecodedRecord } from '../../workload/sink/decodeRecords.ts';
import type { Case } from './case.ts';
import type { ProviderTruth } from './judge.ts';
import { oracleNanoUsd } from './oracle.ts';

type Value = string | boolean | number | undefined;

const TOKENS: readonly (readonly [attribute: string, field: keyof BilledUsage])[] = [
  [ATTRIBUTE.inputTokens, 'inputTokens'],
  [ATTRIBUTE.outputTokens, 'outputTokens'],
  [ATTRIBUTE.cacheReadTokens, 'cacheReadTokens'],
  [ATTRIBUTE.cacheWriteTokens, 'cacheWriteTokens'],
  [ATTRIBUTE.cacheWrite5mTokens, 'cacheWrite5mTokens'],
  [ATTRIBUTE.cacheWrite1hTokens, 'cacheWrite1hTokens'],
  [ATTRIBUTE.reasoningTokens, 'reasoningTokens'],
  [ATTRIBUTE.webSearches, 'webSearches'],
];

/** Compares one record with its exchange in the provider's books; what is wrong, in words. */
export function judgeRecord(asked: Case, truth: ProviderTruth, { attributes }: DecodedRecord): string[] {
  const wrong: string[] = [];
  const expect = (what: string, actual: Value, right: Value) => {
    if (actual !== right) {
      wrong.push(`${what} ${actual}, not ${right}`);
    }
  };
  const isAnswered = attributes.get(ATTRIBUTE.responseId) !== undefined;
  expect('provider', attributes.get(ATTRIBUTE.provider), truth.provider);
  expect('requested model', attributes.get(ATTRIBUTE.requestModel), truth.requestModel);
  expect('attempt', attributes.get(ATTRIBUTE.attempt), truth.retryCount + 1);
  // A client that hangs up on `[DONE]` may look to the provider as if it had given up; it had read the usage.
  const hasHungUp = truth.status === 'aborted' && (asked.usage ?? 'exact') === 'exact';
  if (asked.isStatusOpen !== true) {
    expect('status', attributes.get(ATTRIBUTE.status), hasHungUp ? 'ok' : truth.status);
  }
  if (isAnswered || truth.status !== 'aborted') {
    expect('HTTP status', attributes.get(ATTRIBUTE.httpStatus), truth.httpStatus);
  }
  if (isAnswered) {
    expect('model', attributes.get(ATTRIBUTE.responseModel), truth.model);
    expect('stream', attributes.get(ATTRIBUTE.requestStream) ?? false, truth.stream);
  }
  const tenant = asked.tenants ? `tenant-${attributes.get(ATTRIBUTE.outputTokens)}` : asked.name;
  expect('tenant', attributes.get(ATTRIBUTE.tenant), tenant.slice(0, 128));
  return [...wrong, ...judgeUsage(asked, truth, attributes, isAnswered)];
}

function judgeUsage(
  asked: Case,
  truth: ProviderTruth,
  attributes: DecodedRecord['attributes'],
  isAnswered: boolean
): string[] {
  const wrong: string[] = [];
  const reason = attributes.get(ATTRIBUTE.usageUnknown);
  const counts = TOKENS.map(([name]) => attributes.get(name));
  const cost = attributes.get(ATTRIBUTE.costNanoUsd);
  if (truth.usage === undefined) {
    const isFree = reason === undefined && counts.every((count) => (count ?? 0) === 0) && (cost ?? 0) === 0;
    return isFree ? [] : [`a refused attempt costs ${cost} (${counts.join('/')}, unknown: ${reason})`];
  }
  const right = asked.usage ?? 'exact';
  if (right !== 'exact' && (right !== 'partial' || !isAnswered)) {
    const wanted = right === 'partial' ? 'aborted' : right;
    const isUnknown = reason === wanted && counts.every((count) => count === undefined) && cost === undefined;
    return isUnknown ? [] : [`usage ${counts.join('/')} at ${cost}, unknown: ${reason}; right is unknown: ${wanted}`];
  }
  const usage: BilledUsage = {
    ...truth.usage,
    ...(right === 'partial' && { outputTokens: Number(counts[1]), reasoningTokens: Number(counts[6] ?? 0) }),
  };
  TOKENS.forEach(([name, field], index) => {
    if ((counts[index] ?? 0) !== (usage[field] ?? 0)) {
      wrong.push(`${name} ${counts[index]}, not ${usage[field] ?? 0}`);
    }
  });
  if (usage.outputTokens > truth.usage.outputTokens) {
    wrong.push(`more output than was generated: ${usage.outputTokens}, not ${truth.usage.outputTokens}`);
  }
  if ((attributes.get(ATTRIBUTE.usagePartial) === true) !== (right === 'partial')) {
    wrong.push(`marked partial: ${attributes.get(ATTRIBUTE.usagePartial) ?? false}`);
  }
  const oracle = Number(oracleNanoUsd(truth.model, usage, truth.serviceTier));
  if (typeof cost !== 'number' || Math.abs(cost - oracle) > 1e-12 * oracle) {
    wrong.push(`cost ${cost} nano-USD, the oracle says ${oracle} (${attributes.get(ATTRIBUTE.unpricedReason) ?? ''})`);
  }
  return wrong;
}

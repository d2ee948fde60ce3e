import {
  ATTRIBUTE,
  UNALLOCATED,
  UNSPECIFIED_ENVIRONMENT,
  WORK_ATTRIBUTE,
  WORK_LIMITS,
  WORK_OPERATION,
} from '@ai-finops/instrumentation/contract';
import { label } from './label.ts';
import type { AttributeValue, ReadSpan } from './readSpan.ts';
import type { WorkRecord } from './workRecord.ts';

const KINDS: ReadonlyMap<AttributeValue | undefined, WorkRecord['labels']['kind']> = new Map([
  [WORK_OPERATION.outcome, 'outcome'],
  [WORK_OPERATION.quality, 'quality'],
]);

const MOST_NANO_USD = BigInt(WORK_LIMITS.valueUsd) * 1_000_000_000n;

/**
 * The outcome or judgement a work span tells of, or why there is none: ids that are no ids; no unit or evaluator, a
 * count, value or score that is none. Never throws, whatever the values.
 */
export function toWorkRecord(span: ReadSpan): WorkRecord | 'invalid_ids' | 'invalid_work' {
  const { key } = span;
  if (key === undefined) {
    return 'invalid_ids';
  }
  const of = (name: string) => span.attributes.get(name);
  const kind = KINDS.get(of(ATTRIBUTE.operation));
  const name = label(of(kind === 'outcome' ? WORK_ATTRIBUTE.unit : WORK_ATTRIBUTE.evaluator), '');
  const amount = kind === 'outcome' ? readCount(of(WORK_ATTRIBUTE.count)) : readScore(of(WORK_ATTRIBUTE.score));
  const value = kind === 'outcome' ? readValue(of(WORK_ATTRIBUTE.valueUsd)) : undefined;
  if (kind === undefined || name === '' || amount === undefined || value === 'invalid') {
    return 'invalid_work';
  }
  const model = kind === 'quality' ? label(of(ATTRIBUTE.responseModel), '') : '';
  return {
    key,
    atUs: span.startUs,
    labels: {
      kind,
      feature: label(of(ATTRIBUTE.feature), UNALLOCATED),
      team: label(of(ATTRIBUTE.team), UNALLOCATED),
      request_type: label(of(ATTRIBUTE.requestType), UNALLOCATED),
      model,
      environment: label(
        of(ATTRIBUTE.environment) ?? span.resource.get(ATTRIBUTE.environment),
        UNSPECIFIED_ENVIRONMENT
      ),
      name,
    },
    tenant: label(of(ATTRIBUTE.tenant), UNALLOCATED),
    task: label(of(ATTRIBUTE.task), ''),
    amount,
    ...(value !== undefined && { valueNanoUsd: value }),
  };
}

function readCount(value: AttributeValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= WORK_LIMITS.count
    ? value
    : undefined;
}

/** In nano-USD; undefined where nobody said. */
function readValue(value: AttributeValue | undefined): bigint | 'invalid' | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const [, whole = '', part = ''] = /^(\d{1,6})(?:\.(\d{1,9}))?$/.exec(String(value)) ?? [];
  const nano = whole === '' ? undefined : BigInt(whole + part.padEnd(9, '0'));
  return nano !== undefined && nano <= MOST_NANO_USD ? nano : 'invalid';
}

/** In millionths: sums of whole numbers are the same in any order. A whole score may come as an integer. */
function readScore(value: AttributeValue | undefined): number | undefined {
  // + 0, so that a small negative score does not become -0.
  return typeof value === 'number' && Math.abs(value) <= WORK_LIMITS.score ? Math.round(value * 1e6) + 0 : undefined;
}

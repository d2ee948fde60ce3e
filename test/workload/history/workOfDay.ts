import { ATTRIBUTE, WORK_ATTRIBUTE, WORK_OPERATION } from '@ai-finops/instrumentation/contract';
import { scoreOf } from '../company/scoreOf.ts';
import { WORK_OF_FEATURES } from '../company/workOfFeatures.ts';
import { Draws } from './draws.ts';
import type { HistoricCall } from './historicCall.ts';
import type { HistoricWork } from './historicWork.ts';
import { STORY } from './story.ts';
import type { UtcDay } from './utcDay.ts';

/** How often services report what they did. */
const REPORT_MS = 4 * 3_600_000;

/** Requests that produced something, of one feature and customer, since the last report. */
interface Report {
  readonly last: HistoricCall;
  readonly period: number;
  count: number;
}

/**
 * What the calls of a day produced, and the judgements of a share of it. A request that ended well, in production, is one
 * unit; services report units by customer, every four hours, for the four hours before. The same calls and seed always give the
 * same records with the same ids.
 */
export function workOfDay(
  calls: readonly HistoricCall[],
  day: UtcDay,
  anchor: UtcDay,
  seed: string,
  toMs: number
): HistoricWork[] {
  const ends = new Map<string, HistoricCall>();
  for (const item of calls) {
    ends.set(item.ids.traceId, item);
  }
  const reports = new Map<string, Report>();
  const judged: HistoricWork[] = [];
  for (const last of ends.values()) {
    const { call } = last;
    const { feature, tenant } = call.attribution;
    const work = WORK_OF_FEATURES[feature];
    // Reranking serves an answer, it is none.
    if (!work || call.status !== 'ok' || last.environment !== 'production' || call.provider === 'vllm') {
      continue;
    }
    const period = Math.floor((call.endMs - day.startMs) / REPORT_MS);
    const key = `${feature} ${tenant} ${period}`;
    const sum = reports.get(key) ?? { last, period, count: 0 };
    reports.set(key, sum);
    sum.count += 1;
    const draws = new Draws(`${seed} ${last.ids.spanId} judged`);
    if (draws.next() < work.judged && call.endMs <= toMs) {
      judged.push(
        judgement(last, scoreOf({ quality: qualityOf(feature, day.index - anchor.index) }, draws.next()), draws)
      );
    }
  }
  const outcomes = [...reports].flatMap(([key, sum]) => {
    const endMs = day.startMs + (sum.period + 1) * REPORT_MS - 1;
    return endMs <= toMs ? [outcome(sum, endMs, new Draws(`${seed} ${day.name} ${key}`))] : [];
  });
  return [...outcomes, ...judged];
}

/** Mean quality on a day of the story: in batches the digest is cut short, and nobody has noticed. */
function qualityOf(feature: string, storyDay: number): number {
  const { quality = 0 } = WORK_OF_FEATURES[feature] ?? {};
  return feature === 'digest' && storyDay < STORY.digestBatch ? STORY.digestQualityBefore : quality;
}

function outcome({ last, count }: Report, atMs: number, draws: Draws): HistoricWork {
  const { feature } = last.call.attribution;
  return record(last, draws.hex(32), draws, atMs, WORK_OPERATION.outcome, {
    texts: [[WORK_ATTRIBUTE.unit, WORK_OF_FEATURES[feature]?.unit]],
    counts: [[WORK_ATTRIBUTE.count, count]],
    scores: [],
  });
}

function judgement(last: HistoricCall, score: number, draws: Draws): HistoricWork {
  const { attribution, requestModel, responseModel, responseId, endMs } = last.call;
  return record(last, last.ids.traceId, draws, endMs, WORK_OPERATION.quality, {
    texts: [
      [ATTRIBUTE.requestType, attribution.requestType],
      [WORK_ATTRIBUTE.evaluator, WORK_OF_FEATURES[attribution.feature]?.evaluator],
      [ATTRIBUTE.responseModel, responseModel ?? requestModel],
      [ATTRIBUTE.responseId, responseId],
    ],
    counts: [],
    scores: [[WORK_ATTRIBUTE.score, score]],
  });
}

function record(
  { call: { attribution }, service }: HistoricCall,
  traceId: string,
  draws: Draws,
  atMs: number,
  operation: string,
  facts: Pick<HistoricWork['work'], 'texts' | 'counts' | 'scores'>
): HistoricWork {
  const texts = [
    [ATTRIBUTE.operation, operation],
    [ATTRIBUTE.feature, attribution.feature],
    [ATTRIBUTE.tenant, attribution.tenant],
    [ATTRIBUTE.team, attribution.team],
    ...facts.texts,
  ] as const;
  const ids = { traceId, spanId: draws.hex(16), parentSpanId: undefined };
  return { work: { ...facts, ids, atMs, name: operation, texts }, service, environment: 'production' };
}

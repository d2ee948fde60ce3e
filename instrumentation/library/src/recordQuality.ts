import { context, trace } from '@opentelemetry/api';
import { cleanValue } from './attribution/index.ts';
import { ATTRIBUTE, EVALUATION_EVENT, WORK_ATTRIBUTE, WORK_OPERATION } from './contract/index.ts';
import { recordWork } from './recordWork.ts';
import type { WorkOptions } from './workOptions.ts';

export interface QualityOptions extends WorkOptions {
  /** By any scale, the same for all judgements of one evaluator. */
  readonly score: number;
  /** Who judged, with a version where it has one, e.g. `groundedness@3` or `thumbs`. */
  readonly evaluator: string;
  /** The score in a word, e.g. `pass`. */
  readonly label?: string | undefined;
  /** The model whose answer was judged. */
  readonly model?: string | undefined;
  /** The provider's id of that answer. */
  readonly responseId?: string | undefined;
}

/**
 * Records how good an answer was, and puts the conventions' evaluation event on the active span. Never throws; false where it
 * is not recorded.
 *
 * @example recordQuality({ feature: 'ticket-summary', score: 0.9, evaluator: 'groundedness@3', model: 'gpt-5-mini' })
 */
export function recordQuality(options: QualityOptions): boolean {
  const { score } = options;
  const evaluator = cleanValue(options.evaluator);
  if (evaluator === undefined) {
    return recordWork(options, 'a judgement has no evaluator');
  }
  if (typeof score !== 'number' || !Number.isFinite(score)) {
    return recordWork(options, `a judgement's score is a number, not ${String(score)}`);
  }
  const responseId = cleanValue(options.responseId);
  const label = cleanValue(options.label);
  const texts = [
    [WORK_ATTRIBUTE.evaluator, evaluator],
    [WORK_ATTRIBUTE.scoreLabel, label],
    [ATTRIBUTE.responseModel, cleanValue(options.model)],
    [ATTRIBUTE.responseId, responseId],
  ] as const;
  const isRecorded = recordWork(options, {
    operation: WORK_OPERATION.quality,
    identity: [evaluator, responseId ?? ''],
    texts,
    counts: [],
    scores: [[WORK_ATTRIBUTE.score, score]],
  });
  if (isRecorded) {
    const said = Object.fromEntries(
      texts.filter(([key, value]) => value !== undefined && key !== ATTRIBUTE.responseModel)
    );
    trace.getSpan(context.active())?.addEvent(EVALUATION_EVENT, { ...said, [WORK_ATTRIBUTE.score]: score });
  }
  return isRecorded;
}

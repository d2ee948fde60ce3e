import { context, trace } from '@opentelemetry/api';
import { cleanValue } from './attribution/index.ts';
import { ATTRIBUTE, EVALUATION_EVENT, WORK_ATTRIBUTE, WORK_LIMITS, WORK_OPERATION } from './contract/index.ts';
import { recordWork } from './recordWork.ts';
import type { WorkOptions } from './workOptions.ts';

export interface QualityOptions extends WorkOptions {
  /** By any scale within ±1,000,000, the same for all judgements of one evaluator; kept to six decimals. */
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
  return recordWork(options, () => {
    const { score } = options;
    const evaluator = cleanValue(options.evaluator);
    if (evaluator === undefined) {
      return 'a judgement has no evaluator';
    }
    if (typeof score !== 'number' || !(Math.abs(score) <= WORK_LIMITS.score)) {
      return `a judgement's score is a number within ±${WORK_LIMITS.score}, not ${String(score)}`;
    }
    const responseId = cleanValue(options.responseId);
    const said = [
      [WORK_ATTRIBUTE.evaluator, evaluator],
      [WORK_ATTRIBUTE.scoreLabel, cleanValue(options.label)],
      [ATTRIBUTE.responseId, responseId],
    ] as const;
    return {
      operation: WORK_OPERATION.quality,
      identity: [evaluator, responseId ?? ''],
      texts: [...said, [ATTRIBUTE.responseModel, cleanValue(options.model)]],
      counts: [],
      scores: [[WORK_ATTRIBUTE.score, score]],
      onRecorded: () => {
        const known = Object.fromEntries(said.filter(([, value]) => value !== undefined));
        trace.getSpan(context.active())?.addEvent(EVALUATION_EVENT, { ...known, [WORK_ATTRIBUTE.score]: score });
      },
    };
  });
}

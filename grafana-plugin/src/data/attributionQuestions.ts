import type { Choice } from '../choice/choice.ts';
import type { ClosedDays, ClosedPeriod } from '../choice/closedPeriod.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { KeptFigure } from '../queries/keptSeries.ts';
import type { Label } from '../queries/label.ts';
import { type Question, askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { topTierCost } from '../queries/topTierCost.ts';

/** By measure; only those that the columns need. */
type Asked = Readonly<Record<string, Question>>;

/** Token types are disjoint; these read the prompt, those are what the model wrote. */
const IN = ['input', 'input_audio', 'input_image'];
const OUT = ['output', 'reasoning', 'output_audio', 'output_image'];
const CACHED = { startsWith: 'cache_read' };
const WRITTEN = { startsWith: 'cache_write' };

/** The questions behind one set of columns, in all (`by` empty) or by a label. Cost is always among them. */
export function attributionQuestions(
  scope: Scope,
  period: ClosedPeriod,
  columns: Choice['columns'],
  by: readonly Label[],
  nowMs: number
): Asked {
  const at = (figure: KeptFigure, days: ClosedDays, more = {}) =>
    askAt(closes(figure, scope, days, by, more), days.lastDay + DAY_MS);
  const cost = { cost: at('cost', period) };
  switch (columns) {
    case 'money':
      return {
        ...cost,
        before: at('cost', period.before),
        calls: at('requests', period),
        unpriced: at('unpriced', period),
      };
    case 'efficiency':
      return {
        ...cost,
        calls: at('requests', period),
        tokensIn: at('tokens', period, { token_type: IN }),
        tokensWritten: at('tokens', period, { token_type: WRITTEN }),
        tokensCached: at('tokens', period, { token_type: CACHED }),
        tokensOut: at('tokens', period, { token_type: OUT }),
        topTier: askAt(topTierCost(scope, period, by, nowMs), period.lastDay + DAY_MS),
        batch: at('componentCost', period, { service_tier: 'batch' }),
      };
    case 'waste':
      return {
        ...cost,
        retries: at('waste', period, { reason: 'retry' }),
        failed: at('waste', period, { reason: ['failed', 'aborted'] }),
        unpriced: at('unpriced', period),
      };
    case 'value':
      return {
        ...cost,
        outcomes: at('workUnits', period),
        qualitySum: at('qualitySum', period),
        qualityCount: at('qualityCount', period),
      };
  }
}

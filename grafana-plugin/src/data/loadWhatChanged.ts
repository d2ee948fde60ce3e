import { type WhatChanged, whatChanged } from '@ai-finops/ledger/analysis';
import type { ClosedDays, ClosedPeriod } from '../choice/closedPeriod.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { KeptFigure } from '../queries/keptSeries.ts';
import type { Label } from '../queries/label.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import { found } from './found.ts';
import type { PromSource } from './promSource.ts';
import { segmentRows } from './segmentRows.ts';
import type { Series } from './series.ts';

/** What changed, and what was asked for it; or why that can't be said. */
type ChangeAnswer =
  | {
      readonly kind: 'value';
      readonly change: WhatChanged;
      readonly cost: Answer<Series[]>;
      readonly costBefore: Answer<Series[]>;
      /** Retries are told apart; otherwise they are calls like others. */
      readonly hasRetries: boolean;
    }
  | { readonly kind: 'none'; readonly words: string };

const SEGMENT: readonly Label[] = ['feature', 'provider', 'model'];

/** Compares a selection's period with the days before it. Rejects only when `signal` aborts it. */
export async function loadWhatChanged(
  source: PromSource,
  scope: Scope,
  period: ClosedPeriod,
  signal?: AbortSignal
): Promise<ChangeAnswer> {
  const [now, before] = await Promise.all([
    ask(source, scope, period, signal),
    ask(source, scope, period.before, signal),
  ]);
  const needed = [now, before].flatMap(({ cost, attempts, tokens }) => [cost, attempts, tokens]);
  const missing = needed.find(({ kind }) => kind !== 'value');
  if (missing && missing.kind !== 'value') {
    return { kind: 'none', words: missing.words };
  }
  const [rows, rowsBefore] = [now, before].map((answers) =>
    segmentRows({
      cost: found(answers.cost),
      attempts: found(answers.attempts),
      retries: found(answers.retries),
      tokens: found(answers.tokens),
      componentCost: found(answers.componentCost),
      componentQuantity: found(answers.componentQuantity),
    })
  );
  return {
    kind: 'value',
    change: whatChanged({ days: period.before.days, rows: rowsBefore ?? [] }, { days: period.days, rows: rows ?? [] }),
    cost: now.cost,
    costBefore: before.cost,
    hasRetries: now.retries.kind === 'value' && before.retries.kind === 'value',
  };
}

function ask(source: PromSource, scope: Scope, { days, lastDay }: ClosedDays, signal: AbortSignal | undefined) {
  // A model's prices are the same for all who call it.
  const priced = {
    environment: scope.environment,
    calibration: scope.calibration,
    filters: (scope.filters ?? []).filter(({ label }) => label === 'provider' || label === 'model'),
  };
  const at = (figure: KeptFigure, asked: Scope, by: readonly Label[], also: readonly string[] = [], more = {}) =>
    askAt(closes(figure, asked, { days }, by, more, also), lastDay + DAY_MS);
  return askPrometheus(
    source,
    {
      cost: at('cost', scope, SEGMENT),
      attempts: at('requests', scope, SEGMENT),
      retries: at('waste', scope, SEGMENT, [], { reason: 'retry' }),
      tokens: at('tokens', scope, SEGMENT, ['token_type']),
      componentCost: at('componentCost', priced, ['provider', 'model'], ['component']),
      componentQuantity: at('componentQuantity', priced, ['provider', 'model'], ['component']),
    },
    signal
  );
}

import { type SegmentRow, type WhatChanged, whatChanged } from '@ai-finops/ledger/analysis';
import type { ClosedDays, ClosedPeriod } from '../choice/closedPeriod.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { KeptFigure } from '../queries/keptSeries.ts';
import type { Label } from '../queries/label.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { agreesWith } from './agreesWith.ts';
import type { Answer } from './answer.ts';
import type { LedgerAnswer } from './askLedger.ts';
import { askPrometheus } from './askPrometheus.ts';
import { found } from './found.ts';
import { loadSegments } from './loadSegments.ts';
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
      /** The ledger's books say it exactly; from Prometheus, kinds of tokens and retries are inferred. */
      readonly isFromBooks: boolean;
      /** Why a ledger that was asked did not say it. */
      readonly whyInferred?: string;
    }
  | { readonly kind: 'none'; readonly words: string };

const SEGMENT: readonly Label[] = ['feature', 'provider', 'model'];

/**
 * Compares a selection's period with the days before it: by the ledger's books where they can answer exactly and cost what
 * Prometheus says, as the page's other numbers do; else by what Prometheus keeps. Days count as they closed, in both.
 * Rejects only when `signal` aborts it.
 */
export async function loadWhatChanged(
  source: PromSource,
  scope: Scope,
  period: ClosedPeriod,
  signal?: AbortSignal
): Promise<ChangeAnswer> {
  const [costBefore, cost, before, after] = await Promise.all([
    askCost(source, scope, period.before, signal),
    askCost(source, scope, period, signal),
    loadSegments(scope, period.before, signal),
    loadSegments(scope, period, signal),
  ]);
  const missing = [cost, costBefore].find(({ kind }) => kind !== 'value');
  if (missing && missing.kind !== 'value') {
    return { kind: 'none', words: missing.words };
  }
  const answered = { cost, costBefore };
  const compare = (before: readonly SegmentRow[] = [], after: readonly SegmentRow[] = []) =>
    whatChanged({ days: period.before.days, rows: before }, { days: period.days, rows: after });
  if (before?.kind === 'value' && after?.kind === 'value') {
    if (agreesWith(before.value, found(costBefore)) && agreesWith(after.value, found(cost))) {
      const change = compare(before.value, after.value);
      return { kind: 'value', change, ...answered, hasRetries: true, isFromBooks: true };
    }
  }
  const inferred = await Promise.all([period.before, period].map((days) => askParts(source, scope, days, signal)));
  const needed = inferred.flatMap(({ attempts, tokens }) => [attempts, tokens]);
  const unknown = needed.find(({ kind }) => kind !== 'value');
  if (unknown && unknown.kind !== 'value') {
    return { kind: 'none', words: unknown.words };
  }
  const [rowsBefore, rows] = inferred.map((answers, index) =>
    segmentRows({
      cost: found(index === 0 ? costBefore : cost),
      attempts: found(answers.attempts),
      retries: found(answers.retries),
      tokens: found(answers.tokens),
      componentCost: found(answers.componentCost),
      componentQuantity: found(answers.componentQuantity),
    })
  );
  const whyInferred = whyNotBooks(before, after);
  return {
    kind: 'value',
    change: compare(rowsBefore, rows),
    ...answered,
    hasRetries: inferred.every(({ retries }) => retries.kind === 'value'),
    isFromBooks: false,
    ...(whyInferred !== undefined && { whyInferred }),
  };
}

/** Why books that were asked are not what is shown; undefined where there are none to ask. */
function whyNotBooks(...answers: readonly LedgerAnswer<unknown>[]): string | undefined {
  const failed = answers.find(({ kind }) => kind === 'failed');
  if (failed?.kind === 'failed') {
    return failed.words;
  }
  return answers.every(({ kind }) => kind === 'value')
    ? 'its books of these days do not cost what Prometheus has'
    : undefined;
}

function at(
  days: ClosedDays,
  figure: KeptFigure,
  scope: Scope,
  by: readonly Label[],
  more: Readonly<Record<string, string>> = {},
  also: readonly string[] = []
) {
  return askAt(closes(figure, scope, days, by, more, also), days.lastDay + DAY_MS);
}

async function askCost(source: PromSource, scope: Scope, days: ClosedDays, signal: AbortSignal | undefined) {
  return (await askPrometheus(source, { cost: at(days, 'cost', scope, SEGMENT) }, signal)).cost;
}

function askParts(source: PromSource, scope: Scope, days: ClosedDays, signal: AbortSignal | undefined) {
  // A model's prices are the same for all who call it.
  const priced = {
    environment: scope.environment,
    calibration: scope.calibration,
    filters: (scope.filters ?? []).filter(({ label }) => label === 'provider' || label === 'model'),
  };
  return askPrometheus(
    source,
    {
      attempts: at(days, 'requests', scope, SEGMENT),
      retries: at(days, 'waste', scope, SEGMENT, { reason: 'retry' }),
      tokens: at(days, 'tokens', scope, SEGMENT, {}, ['token_type']),
      componentCost: at(days, 'componentCost', priced, ['provider', 'model'], {}, ['component']),
      componentQuantity: at(days, 'componentQuantity', priced, ['provider', 'model'], {}, ['component']),
    },
    signal
  );
}

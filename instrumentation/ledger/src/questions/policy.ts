import type { DatabaseSync } from 'node:sqlite';
import { findPolicyFindings } from '../analysis/policy/findPolicyFindings.ts';
import type { PolicyFinding } from '../analysis/policy/policyFinding.ts';
import type { NamedModel, PolicyTerms } from '../analysis/policy/policyTerms.ts';
import type { PolicyScore, PolicyUse } from '../analysis/policy/policyUse.ts';
import { usedModels } from '../analysis/policy/usedModels.ts';
import type { ReplacementCost } from '../analysis/policy/replacementCost.ts';
import type { EventDay } from '../store/eventDay.ts';
import { closedSpan } from './closedSpan.ts';

interface PolicyQuery {
  readonly terms: PolicyTerms;
  readonly replaced: readonly ReplacementCost[];
  readonly today: EventDay;
}

export interface FoundPolicy {
  readonly from: EventDay;
  readonly through: EventDay;
  /** In use in the period, each once. */
  readonly models: readonly NamedModel[];
  readonly findings: readonly PolicyFinding[];
}

const PERIOD_DAYS = 28;
/** What was usual before. */
const BEFORE_DAYS = 28;
/** An evaluation holds for a good year. */
const SCORE_DAYS = 400;

/** What of the last four weeks of closed days is not as the terms say; undefined before the first close. */
export function policy(database: DatabaseSync, { terms, replaced, today }: PolicyQuery): FoundPolicy | undefined {
  const closed = closedSpan(database);
  if (closed === undefined) {
    return undefined;
  }
  const { first, last: through } = closed;
  const from = Math.max(first, through - PERIOD_DAYS + 1);
  const uses = usesOf(database, from - BEFORE_DAYS, through);
  const scores = scoresOf(database, through - SCORE_DAYS + 1, through);
  const findings = findPolicyFindings({ uses, scores, replaced }, terms, { from, through, today });
  return { from, through, models: modelsOf(uses, from), findings };
}

function modelsOf(uses: readonly PolicyUse[], from: EventDay): NamedModel[] {
  const used = usedModels(
    uses.filter(({ day }) => day >= from),
    false
  );
  return [
    ...new Map(used.map(({ provider, model }) => [JSON.stringify([provider, model]), { provider, model }])).values(),
  ];
}

/** Days restated with what came late. */
function usesOf(database: DatabaseSync, from: EventDay, through: EventDay): PolicyUse[] {
  const statement = database.prepare(
    `SELECT b.for_day, d.feature, d.request_type, d.provider, d.model, sum(b.requests) AS requests, sum(b.cost) AS cost
     FROM book b JOIN dimension d ON d.id = b.dimension
     WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through
     GROUP BY b.for_day, d.feature, d.request_type, d.provider, d.model`
  );
  // Costs may pass 2^53 nano-USD.
  statement.setReadBigInts(true);
  return statement.all({ from, through }).map((row) => ({
    day: Number(row['for_day']),
    feature: String(row['feature']),
    requestType: String(row['request_type']),
    provider: String(row['provider']),
    model: String(row['model']),
    requests: Number(row['requests']),
    nanoUsd: row['cost'] as bigint,
  }));
}

function scoresOf(database: DatabaseSync, from: EventDay, through: EventDay): PolicyScore[] {
  return database
    .prepare(
      `SELECT b.for_day, s.feature, s.request_type, s.model, s.name, sum(b.records) AS count, sum(b.amount) / 1e6 AS sum
       FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE s.kind = 'quality' AND b.day >= :from AND b.for_day BETWEEN :from AND :through
       GROUP BY b.for_day, s.feature, s.request_type, s.model, s.name`
    )
    .all({ from, through })
    .map((row) => ({
      day: Number(row['for_day']),
      feature: String(row['feature']),
      requestType: String(row['request_type']),
      model: String(row['model']),
      evaluator: String(row['name']),
      count: Number(row['count']),
      sum: Number(row['sum']),
    }));
}

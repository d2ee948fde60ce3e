import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import type { Label } from '../queries/label.ts';
import type { Answer } from './answer.ts';
import type { AttributionRow } from './attributionRow.ts';
import type { DailyCosts } from './dailyCosts.ts';

/** A feature or a tenant on its own. USD, calls, tokens. */
export interface Named {
  readonly period: ClosedPeriod;
  readonly cost: Answer<number | undefined>;
  readonly before: Answer<number | undefined>;
  readonly calls: Answer<number | undefined>;
  /** Units of work; kept of features. */
  readonly outcomes: Answer<number | undefined>;
  readonly owner: Answer<string | undefined>;
  /** What else the owners file says of it: a tenant's segment and plan. */
  readonly facts: readonly string[];
  readonly monthDays: number;
  readonly monthCost: Answer<number | undefined>;
  readonly budget: Answer<number | undefined>;
  /** What it is split by below: a feature by model, a tenant by feature. */
  readonly by: Label;
  readonly rows: Answer<readonly AttributionRow[]>;
  /** Tier, approval and retirement of models, by name. */
  readonly models: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Of 90 closed days. */
  readonly costPerDay: Answer<DailyCosts>;
  readonly callsPerDay: Answer<DailyCosts>;
  readonly inputTokensPerDay: Answer<DailyCosts>;
}

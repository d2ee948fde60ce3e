import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BASE_LABELS } from '@ai-finops/instrumentation/contract';
import { root } from '../../provisioning/embedded/settings.mjs';

const REFERENCE = 'instrumentation/ledger/docs/metrics.md';

/** Exposed by others than the ledger. */
const ELSEWHERE: readonly (readonly [string, readonly string[]])[] = [
  ['up', ['job', 'instance']],
  ['ai_finops_budget_refusals_total', ['reason', 'feature', 'team']],
  ['ai_finops_quota_unchecked_calls_total', ['scope', 'reason']],
  ['ai_finops_uncaptured_calls_total', ['host', 'transport']],
];

/** The labels of every metric, from the metrics reference, which a test of the ledger compares with what it exposes. */
export function metricLabels(): ReadonlyMap<string, readonly string[]> {
  const found = new Map(ELSEWHERE);
  for (const line of readFileSync(path.join(root, REFERENCE), 'utf8').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const name = /^`(\w+)`$/.exec(cells[1] ?? '')?.[1];
    // In the tables of live metrics type comes first, and those of closes have none: labels are in the last but one.
    const labels = cells.at(-3)?.replace(/\bB\b/, BASE_LABELS.join(', ')) ?? '';
    if (name?.startsWith('genai_') || name?.startsWith('ai_finops_')) {
      const names = labels === 'none' ? [] : (labels.match(/[a-z_]+/g) ?? []);
      for (const suffix of cells[2] === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']) {
        found.set(name + suffix, suffix === '_bucket' ? [...names, 'le'] : names);
      }
    }
  }
  return found;
}

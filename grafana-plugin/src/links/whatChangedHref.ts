import { nextLabel } from '../choice/nextLabel.ts';
import type { Period } from '../choice/period.ts';
import { readChoice } from '../choice/readChoice.ts';
import { pageHref } from '../components/frame/pageHref.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { LABELS, type Label } from '../queries/label.ts';
import type { Filter } from '../queries/scope.ts';
import { literalValues } from './literalValues.ts';
import { promSelectors } from './promSelectors.ts';
import { isoDay } from '../queries/isoDay.ts';

/** What somebody looks at when they ask what changed. */
interface Looked {
  /** PromQL; what is not has no labels. */
  readonly exprs: readonly string[];
  readonly range: { readonly fromMs: number; readonly toMs: number } | undefined;
  readonly nowMs: number;
  readonly resolve: (variable: string) => readonly string[] | undefined;
}

/** What these say of a series that is not ours is the same; a provider or model may be of anything there. */
const WHO: readonly Label[] = ['feature', 'team', 'tenant', 'environment'];

/**
 * *What changed* of Attribution, narrowed to what the queries name, in the closed days of their range. A label of several
 * selectors has all their values. A range without a closed day means yesterday.
 */
export function whatChangedHref({ exprs, range, nowMs, resolve }: Looked): string {
  const named = new Map<Label, Set<string>>();
  for (const { metric, matchers } of exprs.flatMap(promSelectors)) {
    const known = metric.startsWith('genai_') ? LABELS : WHO;
    for (const matcher of matchers) {
      const label = known.find((one) => one === matcher.label);
      const values = label && literalValues(matcher, resolve);
      if (label && values) {
        named.set(label, new Set([...(named.get(label) ?? []), ...values]));
      }
    }
  }
  const filters = LABELS.flatMap((label): Filter[] => {
    const values = [...(named.get(label) ?? [])];
    return label === 'environment' || values.length === 0 ? [] : [{ label, values }];
  });
  const environments = [...(named.get('environment') ?? [])];
  const narrowed = filters.filter(({ values }) => values.length === 1).map(({ label }) => label);
  const choice = readChoice('');
  return pageHref('attribution', {
    ...choice,
    environment: environments.length === 1 ? environments[0] : environments.length > 1 ? '' : undefined,
    period: range ? closedDays(range, nowMs) : choice.period,
    filters,
    by: narrowed.includes('feature') ? nextLabel('feature', narrowed) : 'feature',
  });
}

function closedDays({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }, nowMs: number): Period {
  const start = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;
  const from = start(fromMs);
  const to = Math.min(start(toMs - 1), start(nowMs) - DAY_MS);
  return Number.isFinite(from + to) && from <= to && from > 0 ? { from: isoDay(from), to: isoDay(to) } : 'yesterday';
}

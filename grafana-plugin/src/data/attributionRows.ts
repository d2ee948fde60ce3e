import type { Answer } from './answer.ts';
import type { AttributionRow } from './attributionRow.ts';
import { found } from './found.ts';
import { MEASURES, type Measure } from './measure.ts';
import type { Series } from './series.ts';
import { valuesBy } from './valuesBy.ts';

/**
 * One row for each name that any measure knows. Where a measure is kept and a name has none of it, that is 0: closes
 * hold an explicit 0 for what was seen lately, and nothing for what never was. The cost before is not: it was not there.
 */
export function attributionRows(
  answers: Partial<Record<Measure, Answer<Series[]>>>,
  label: string,
  owners: ReadonlyMap<string, string>
): AttributionRow[] {
  const values = MEASURES.flatMap((measure) => {
    const answer = answers[measure];
    return answer?.kind === 'value' ? [[measure, valuesBy(found(answer), label)] as const] : [];
  });
  const names = new Set(values.flatMap(([, byName]) => [...byName.keys()]));
  return [...names].map((name) => ({
    name,
    owner: owners.get(name),
    values: Object.fromEntries(
      values.flatMap(([measure, byName]) => {
        const value = byName.get(name) ?? (measure === 'before' ? undefined : 0);
        return value === undefined ? [] : [[measure, value]];
      })
    ),
  }));
}

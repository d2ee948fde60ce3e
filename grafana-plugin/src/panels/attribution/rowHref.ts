import type { Field } from '@grafana/data';
import { APP_ID } from '../../data/appId.ts';
import { LABELS, type Label } from '../../queries/label.ts';
import type { AttributionOptions } from './attributionOptions.ts';
import { isoDay } from '../../queries/isoDay.ts';

/**
 * Where a row leads: to *What changed* of its label's value in these days. A link of the panel's own comes first;
 * undefined where it is not known what the name is of.
 */
export function rowHref(
  field: Field | undefined,
  name: string,
  label: AttributionOptions['label'],
  { firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number }
): string | undefined {
  const own = field?.getLinks?.({ valueRowIndex: field.values.length - 1 })[0]?.href;
  const known = label === 'auto' ? soleLabel(field) : label === 'none' ? undefined : label;
  if (own !== undefined || known === undefined) {
    return own;
  }
  const search = new URLSearchParams({
    [`var-${known}`]: field?.labels?.[known] ?? name,
    by: known === 'feature' ? 'model' : 'feature',
    period: `${isoDay(firstDay)}..${isoDay(lastDay)}`,
  });
  return `/a/${APP_ID}/attribution?${search.toString()}`;
}

/** The one label of the books that the series has. */
function soleLabel(field: Field | undefined): Label | undefined {
  const known = LABELS.filter((label) => field?.labels?.[label] !== undefined);
  return known.length === 1 ? known[0] : undefined;
}

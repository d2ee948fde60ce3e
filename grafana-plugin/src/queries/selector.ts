import { promString } from './promString.ts';

/** What a label has to be: exactly this, or anything that starts so. undefined: anything. */
type Wanted = string | { readonly startsWith: string } | undefined;

/** `metric{label="value",…}`; labels without a wish are left out. */
export function selector(metric: string, labels: Readonly<Record<string, Wanted>>): string {
  const matchers = Object.entries(labels).flatMap(([label, wanted]) => {
    if (wanted === undefined) {
      return [];
    }
    return typeof wanted === 'string'
      ? [`${label}=${promString(wanted)}`]
      : [`${label}=~${promString(`${literally(wanted.startsWith)}.*`)}`];
  });
  return matchers.length === 0 ? metric : `${metric}{${matchers.join(',')}}`;
}

/** A regular expression that matches the text itself. */
const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

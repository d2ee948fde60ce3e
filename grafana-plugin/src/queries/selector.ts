import { promString } from './promString.ts';

/** What a label has to be: exactly this, one of these, or anything that starts so. undefined, or none: anything. */
export type Wanted = string | readonly string[] | { readonly startsWith: string } | undefined;

/** `metric{label="value",…}`; labels without a wish are left out. */
export function selector(metric: string, labels: Readonly<Record<string, Wanted>>): string {
  const matchers = Object.entries(labels).flatMap(([label, wanted]) => {
    const condition = matcher(wanted);
    return condition === undefined ? [] : [`${label}${condition}`];
  });
  return matchers.length === 0 ? metric : `${metric}{${matchers.join(',')}}`;
}

function matcher(wanted: Wanted): string | undefined {
  if (wanted === undefined || typeof wanted === 'string') {
    return wanted === undefined ? undefined : `=${promString(wanted)}`;
  }
  if ('startsWith' in wanted) {
    return `=~${promString(`${literally(wanted.startsWith)}.*`)}`;
  }
  return wanted.length > 1 ? `=~${promString(wanted.map(literally).join('|'))}` : matcher(wanted[0]);
}

/** A regular expression that matches the text itself. */
const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

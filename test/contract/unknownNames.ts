import { metricLabels } from './metricLabels.ts';

const known = metricLabels();
const METRIC_NAME = /\b(?:(?:genai|ai_finops)_[a-z_]+|up)\b(?!\s*=)/g;
const SELECTOR = /\b((?:genai|ai_finops)_[a-z_]+|up)\{([^}]*)\}/g;
/** Lists of labels; not `group_left`'s: it may make new ones of the other side's. */
const LISTS = /\b(?:by|on|without|group_left|group_right)\s*\(([^)]*)\)/g;
const MADE = [/label_replace\(.*?"(\w+)",\s*"[^"]*",\s*"[^"]*",\s*"[^"]*"\)/gs, /count_values\("(\w+)"/g];

/** Metrics and labels that a PromQL query names and that are not there; empty where all is well. */
export function unknownNames(query: string): readonly string[] {
  const bare = query.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const metrics = [...bare.matchAll(METRIC_NAME)].map(([name]) => name);
  const unknown = metrics.filter((name) => !known.has(name));
  for (const [, metric = '', matchers = ''] of bare.matchAll(SELECTOR)) {
    for (const [, label = ''] of matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)) {
      if (!known.get(metric)?.includes(label)) {
        unknown.push(`${metric}{${label}}`);
      }
    }
  }
  const made = MADE.flatMap((pattern) => [...query.matchAll(pattern)].map(([, label = '']) => label));
  const labels = new Set([...metrics.flatMap((name) => known.get(name) ?? []), ...made]);
  for (const [, list = ''] of bare.matchAll(LISTS)) {
    unknown.push(...(list.match(/\w+/g) ?? []).filter((label) => !labels.has(label)).map((label) => `by (${label})`));
  }
  return [...new Set(unknown)];
}

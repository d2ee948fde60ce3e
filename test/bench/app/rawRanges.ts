const DAY_MS = 86_400_000;
/** Counters and histograms of calls as they come: a sample every scrape, whose long ranges cost more with every day. */
const RAW = /\b(?:genai_(?!daily_)\w+|ai_finops_\w+)_(?:total|bucket|sum|count)\b/;
const WINDOW = /\[([\dwdhms]+)(?::|\])/g;
const UNITS_MS: Readonly<Record<string, number>> = { w: 7 * DAY_MS, d: DAY_MS, h: 3_600_000, m: 60_000, s: 1_000 };

export interface AskedQuery {
  readonly expr: string;
  readonly range?: boolean | undefined;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The queries that touch raw series over more than a day, by their window or by their range. */
export const rawRanges = (queries: readonly AskedQuery[]): AskedQuery[] =>
  queries.filter(({ expr, range, fromMs, toMs }) => {
    const windows = [...expr.matchAll(WINDOW)].map(([, text = '']) => durationMs(text));
    return RAW.test(expr) && Math.max(range ? toMs - fromMs : 0, ...windows) > DAY_MS;
  });

const durationMs = (text: string): number =>
  [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (UNITS_MS[unit] ?? 0),
    0
  );

import type { Series } from './series.ts';

/** Labels of `genai_model_info` by model; where providers of one name differ, each of what is said. */
export function modelFacts(series: readonly Series[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const facts = new Map<string, Record<string, string>>();
  for (const { labels } of series) {
    const model = labels['model'] ?? '';
    const known = facts.get(model);
    facts.set(
      model,
      Object.fromEntries(
        Object.entries(labels).map(([name, value]) => {
          const values = new Set([known?.[name] ?? '', value].filter((one) => one !== ''));
          return [name, [...values].join(' / ')];
        })
      )
    );
  }
  return facts;
}

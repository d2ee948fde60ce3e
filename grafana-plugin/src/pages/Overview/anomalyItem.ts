import type { Anomaly } from '../../data/anomaly.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { AttentionItem } from './attentionItems.ts';

/** An anomaly in the ledger's words. *Look* opens its feature, the days since it began against as many before. */
export function anomalyItem(anomaly: Anomaly, lastClosedDay: number): AttentionItem {
  const { feature, environment, since, usdPerDay, sentence } = anomaly;
  const first = Date.parse(`${since}T00:00:00Z`);
  const days = Math.max(1, Math.round((lastClosedDay - first) / DAY_MS) + 1);
  const at = (day: number) => new Date(day).toISOString().slice(0, 10);
  const name = `${feature}: `;
  return {
    id: `anomaly ${feature} ${environment} ${since} ${usdPerDay > 0}`,
    isOver: usdPerDay > 0,
    subject: feature,
    words: sentence.startsWith(name) ? sentence.slice(name.length) : sentence,
    owner: undefined,
    look: {
      filters: [{ label: 'feature', values: [feature] }],
      ...(first <= lastClosedDay && {
        period: { from: at(first), to: at(lastClosedDay) },
        against: { from: at(first - days * DAY_MS), to: at(first - DAY_MS) },
      }),
    },
    anomaly,
  };
}

import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Anomaly } from '../../data/anomaly.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { AttentionItem } from './attentionItems.ts';

/** An anomaly in words. *Look* opens its feature, the days since it began against as many before. */
export function anomalyItem({ id, feature, since, usdPerDay, words }: Anomaly, lastClosedDay: number): AttentionItem {
  const first = Date.parse(`${since}T00:00:00Z`);
  const days = Math.max(1, Math.round((lastClosedDay - first) / DAY_MS) + 1);
  const at = (day: number) => new Date(day).toISOString().slice(0, 10);
  const isDay = !Number.isNaN(first) && first <= lastClosedDay;
  const course = `${formatMoneyShort(Math.abs(usdPerDay))} a day ${usdPerDay < 0 ? 'below' : 'above'} the usual since ${isDay ? formatDay(first) : since}.`;
  return {
    id: `anomaly ${id}`,
    isOver: usdPerDay > 0,
    subject: feature,
    words: words ? `${course} ${words}` : course,
    owner: undefined,
    look: {
      filters: [{ label: 'feature', values: [feature] }],
      ...(isDay && {
        period: { from: at(first), to: at(lastClosedDay) },
        against: { from: at(first - days * DAY_MS), to: at(first - DAY_MS) },
      }),
    },
  };
}

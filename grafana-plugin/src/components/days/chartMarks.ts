import type { Choice } from '../../choice/choice.ts';
import type { DayMarks } from '../../data/dayMarks.ts';
import type { PriceChange } from '../../data/priceChange.ts';
import { anomalyLook } from '../anomalyLook.ts';
import { pageHref } from '../frame/pageHref.ts';
import { leverNames } from '../../data/leverNames.ts';
import { scopeWords } from '../../data/scopeWords.ts';
import { type ChartMark, MARK_KINDS } from './chartMark.ts';

const dayOf = (text = ''): number => Date.parse(`${text}T00:00:00Z`);

/** What happened, as charts mark it: by day, optimizations before anomalies before prices. */
export function chartMarks(
  { events, anomalies, prices }: DayMarks,
  choice: Choice,
  lastClosedDay: number
): readonly ChartMark[] {
  const marks: ChartMark[] = [
    ...events.map(({ id, record }) => ({
      day: dayOf(record['date']),
      kind: 'optimization' as const,
      words: `${leverNames[record['lever'] ?? ''] ?? record['lever']} · ${scopeWords(record)}, owner ${record['owner']}`,
      href: pageHref('optimizations', choice, new URLSearchParams({ event: id }).toString()),
    })),
    ...anomalies.map((anomaly) => ({
      day: dayOf(anomaly.since),
      kind: 'anomaly' as const,
      words: anomaly.sentence,
      href: pageHref('attribution', { ...choice, ...anomalyLook(anomaly, lastClosedDay), open: undefined }),
    })),
    ...prices.map((change) => ({ day: dayOf(change.day), kind: 'price' as const, words: priceWords(change) })),
  ];
  return marks.toSorted((a, b) => a.day - b.day || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind));
}

function priceWords({ provider, model, kind, components }: PriceChange): string {
  const rates = components.map((one) => `${one.component.replaceAll('_', ' ')} $${one.before} → $${one.now}`);
  return `${model} (${provider}), ${kind} price a million: ${rates.join(', ')}`;
}

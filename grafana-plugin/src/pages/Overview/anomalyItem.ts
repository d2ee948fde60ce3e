import { anomalyLook } from '../../components/anomalyLook.ts';
import type { Anomaly } from '../../data/anomaly.ts';
import type { AttentionItem } from './attentionItems.ts';

const OPEN_WORDS = 'So far: the day is not over, its close decides.';

/** An anomaly in the ledger's words. *Look* opens its feature, the days since it began against as many before. */
export function anomalyItem(
  anomaly: Anomaly,
  lastClosedDay: number,
  owners: ReadonlyMap<string, string> | undefined
): AttentionItem {
  const { feature, environment, since, usdPerDay, sentence, isOpen } = anomaly;
  const name = `${feature}: `;
  return {
    id: `anomaly ${feature} ${environment} ${since} ${usdPerDay > 0}`,
    isOver: usdPerDay > 0,
    subject: feature,
    words: `${sentence.startsWith(name) ? sentence.slice(name.length) : sentence}${isOpen ? ` ${OPEN_WORDS}` : ''}`,
    owner: owners?.get(feature),
    look: anomalyLook(anomaly, lastClosedDay),
    anomaly,
  };
}

import { anomalyLook } from '../../components/anomalyLook.ts';
import type { Anomaly } from '../../data/anomaly.ts';
import type { AttentionItem } from './attentionItems.ts';

/** An anomaly in the ledger's words. *Look* opens its feature, the days since it began against as many before. */
export function anomalyItem(anomaly: Anomaly, lastClosedDay: number): AttentionItem {
  const { feature, environment, since, usdPerDay, sentence } = anomaly;
  const name = `${feature}: `;
  return {
    id: `anomaly ${feature} ${environment} ${since} ${usdPerDay > 0}`,
    isOver: usdPerDay > 0,
    subject: feature,
    words: sentence.startsWith(name) ? sentence.slice(name.length) : sentence,
    owner: undefined,
    look: anomalyLook(anomaly, lastClosedDay),
    anomaly,
  };
}

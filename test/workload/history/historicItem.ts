import type { HistoricCall } from './historicCall.ts';
import type { HistoricWork } from './historicWork.ts';

/** What the history is made of. */
export type HistoricItem = HistoricCall | HistoricWork;

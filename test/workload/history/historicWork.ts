import type { WorkRecord } from '../../../instrumentation/library/src/export/workRecord.ts';

/** An outcome or judgement of the history as the library would have sent it, and the service that reported it. */
export interface HistoricWork {
  readonly work: WorkRecord;
  readonly service: string;
  readonly environment: 'production';
}

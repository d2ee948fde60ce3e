import type { CapturedCall } from '../../../instrumentation/library/src/capture/index.ts';
import type { SpanIds } from '../../../instrumentation/library/src/export/spanIds.ts';

/** A call of the history as the library would have captured it, and the service that made it. */
export interface HistoricCall {
  readonly call: CapturedCall;
  readonly ids: SpanIds;
  readonly service: string;
  readonly environment: 'production' | 'staging';
}

import type { CaptureHealth } from './capture/captureHealth.ts';
import type { DeliveryHealth } from './export/index.ts';

/** Counts since start-up: whether all calls were seen, and whether their records arrived. */
export type Health = Readonly<CaptureHealth> &
  Readonly<DeliveryHealth> & { /** Not yet acknowledged. */ readonly pending: number };

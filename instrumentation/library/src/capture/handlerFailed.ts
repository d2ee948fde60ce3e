import { diag } from '@opentelemetry/api';
import { captureHealth } from './captureHealth.ts';

/** Counts what a capture handler threw; it is never passed on. */
export function handlerFailed(error: unknown): void {
  captureHealth.handlerErrors += 1;
  captureHealth.lastHandlerError = error;
  diag.error('ai-finops: a capture handler failed; the application is not affected', error);
}

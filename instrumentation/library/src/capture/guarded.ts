import { diag } from '@opentelemetry/api';
import { captureHealth } from './captureHealth.ts';

/** `work` made safe to run inside the application: whatever it throws is counted, never passed on. */
export function guarded<Arguments extends readonly unknown[]>(
  work: (...args: Arguments) => void
): (...args: Arguments) => void {
  return (...args) => {
    try {
      work(...args);
    } catch (error) {
      captureHealth.handlerErrors += 1;
      captureHealth.lastHandlerError = error;
      diag.error('ai-finops: a capture handler failed; the application is not affected', error);
    }
  };
}

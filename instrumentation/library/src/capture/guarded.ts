import { diag } from '@opentelemetry/api';
import { captureHealth } from './captureHealth.ts';

/** `work` made safe to run inside the application: whatever it throws is counted, never passed on. */
export function guarded<Argument>(work: (argument: Argument) => void): (argument: Argument) => void {
  return (argument) => {
    try {
      work(argument);
    } catch (error) {
      captureHealth.handlerErrors += 1;
      captureHealth.lastHandlerError = error;
      diag.error('ai-finops: a capture handler failed; the application is not affected', error);
    }
  };
}

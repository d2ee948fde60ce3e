import { handlerFailed } from './handlerFailed.ts';

/** `work` made safe to run inside the application: whatever it throws is counted, never passed on. */
export function guarded<Argument>(work: (argument: Argument) => void): (argument: Argument) => void {
  return (argument) => {
    try {
      work(argument);
    } catch (error) {
      handlerFailed(error);
    }
  };
}

import type { CauseCode } from './causeCode.ts';
import { suggestedAction } from './suggestedAction.ts';

/** Whether there is anything to do about a difference; tax, credits and the like are as they should be. */
export const needsAction = (cause: CauseCode): boolean => !suggestedAction(cause).startsWith('Nothing');

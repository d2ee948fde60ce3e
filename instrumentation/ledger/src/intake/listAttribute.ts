import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';

/** The one list that is read: each answer of a call says why it ended. */
export const LIST_ATTRIBUTE = ATTRIBUTE.finishReasons;

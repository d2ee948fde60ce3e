import { openaiResponses } from './openaiResponses.ts';
import type { WireFormat } from './wireFormat.ts';

/** `POST /responses/compact`: a model writes the summary, and its usage is billed like any other. */
export const openaiCompactions: WireFormat = { ...openaiResponses, pathSuffix: '/responses/compact' };

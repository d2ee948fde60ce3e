import { openaiImageGenerations } from './openaiImageGenerations.ts';
import type { WireFormat } from './wireFormat.ts';

/** Images changed by the GPT image models. */
export const openaiImageEdits: WireFormat = { ...openaiImageGenerations, pathSuffix: '/images/edits' };

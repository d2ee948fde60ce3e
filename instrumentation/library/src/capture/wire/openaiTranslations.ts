import { openaiTranscriptions } from './openaiTranscriptions.ts';
import type { WireFormat } from './wireFormat.ts';

/** Sound to English text. */
export const openaiTranslations: WireFormat = { ...openaiTranscriptions, pathSuffix: '/audio/translations' };

import { openaiTranscriptions } from './openaiTranscriptions.ts';
import type { WireFormat } from './wireFormat.ts';

/** Text to sound. Sound alone says nothing of usage; streamed as events it does, and all output is sound. */
export const openaiSpeech: WireFormat = {
  ...openaiTranscriptions,
  pathSuffix: '/audio/speech',
  telling: ['_tokens"', '"error"', 'audio.done'].map((text) => Buffer.from(text)),
  terminalEvents: ['speech.audio.done'],
};

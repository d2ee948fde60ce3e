import type { WireFormat } from './wireFormat.ts';
import { vertexAnthropic } from './vertexAnthropic.ts';

/** The same, streamed. */
export const vertexAnthropicStream: WireFormat = { ...vertexAnthropic, pathSuffix: ':streamRawPredict' };

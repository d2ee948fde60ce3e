import { anthropicMessages } from './anthropicMessages.ts';
import type { WireFormat } from './wireFormat.ts';

/** Anthropic's messages by Google Vertex: the model is in the path, the rest is Anthropic's. */
export const vertexAnthropic: WireFormat = {
  ...anthropicMessages,
  pathSuffix: ':rawPredict',
  pathPart: '/publishers/anthropic/models/',
};

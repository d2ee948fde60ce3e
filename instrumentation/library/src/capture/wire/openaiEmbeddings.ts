import type { FieldTree } from './fieldTree.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const BODY: FieldTree = {
  id: 'id',
  model: 'model',
  usage: { prompt_tokens: '#inputTokens', cost: '$cost' },
  error: { type: 'errorType', code: 'errorType' },
};

/** Embeddings: input only. The vectors, megabytes of them, are passed over. */
export const openaiEmbeddings: WireFormat = {
  pathSuffix: '/embeddings',
  operation: 'embeddings',
  body: BODY,
  event: BODY,
  telling: [],
  terminalEvents: [],
  usage: openaiUsage,
};

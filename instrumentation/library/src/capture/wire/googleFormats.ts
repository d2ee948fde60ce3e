import { googlePath } from './googlePath.ts';
import { googleUsage } from './googleUsage.ts';
import { takeGoogleField } from './takeGoogleField.ts';
import type { FieldTree } from './fieldTree.ts';
import type { WireFormat } from './wireFormat.ts';

const details = (of: string) => ({ modality: 'modality', tokenCount: `#${of}ModalityTokens` });
const CONTENT: FieldTree = {
  responseId: 'id',
  modelVersion: 'model',
  candidates: {
    finishReason: 'finishReason',
    groundingMetadata: { webSearchQueries: { '': 'searchQuery', text: 'searchQuery' } },
  },
  // A prompt that is refused has no candidate: this is then the last word.
  promptFeedback: { blockReason: 'finishReason' },
  usageMetadata: {
    promptTokenCount: '#inputTokens',
    candidatesTokenCount: '#outputTokens',
    cachedContentTokenCount: '#cacheReadTokens',
    thoughtsTokenCount: '#reasoningTokens',
    toolUsePromptTokenCount: '#toolUseTokens',
    promptTokensDetails: details('prompt'),
    cacheTokensDetails: details('cache'),
    candidatesTokensDetails: details('candidates'),
    trafficType: 'serviceTier',
    serviceTier: 'serviceTier',
  },
  error: { status: 'errorType' },
};
/** Of `:predict`, the embeddings of Vertex before `:embedContent`; several texts at once. */
const PREDICTIONS: FieldTree = {
  predictions: { embeddings: { statistics: { token_count: '#+inputTokens' } } },
  error: { status: 'errorType' },
};

const format = (pathSuffix: string, operation: string, body: FieldTree, isStream?: boolean): WireFormat => ({
  pathSuffix,
  operation,
  body,
  event: body,
  telling: ['usageMetadata', 'Reason', 'webSearchQueries', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: [],
  isStream,
  fromPath: googlePath,
  take: takeGoogleField,
  usage: googleUsage,
});

/**
 * Google's Gemini API and Vertex AI. A stream is server-sent events (`alt=sse`) or one JSON array that grows; every event
 * brings the usage so far, the last one a `finishReason`.
 */
export const GOOGLE_FORMATS: readonly WireFormat[] = [
  format(':generateContent', 'generate_content', CONTENT),
  format(':streamGenerateContent', 'generate_content', CONTENT, true),
  format(':embedContent', 'embeddings', CONTENT),
  format(':batchEmbedContents', 'embeddings', CONTENT),
  format(':predict', 'embeddings', PREDICTIONS),
];

import type { FieldTree } from './fieldTree.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  input_tokens: '#inputTokens',
  output_tokens: '#outputTokens',
  input_tokens_details: { image_tokens: '#imageInputTokens' },
  cost_in_usd_ticks: '#costTicks',
  output_tokens_details: { image_tokens: '#imageOutputTokens' },
};

/** Images made by the GPT image models. What they put out is image, unless the details say that some of it is text. */
export const openaiImageGenerations: WireFormat = {
  pathSuffix: '/images/generations',
  operation: 'generate_content',
  body: { model: 'model', usage: USAGE, error: { type: 'errorType', code: 'errorType' } },
  event: { type: 'eventType', usage: USAGE, error: { type: 'errorType', code: 'errorType' } },
  telling: ['_tokens"', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: ['image_generation.completed', 'image_edit.completed'],
  usage(fields) {
    return openaiUsage({ ...fields, imageOutputTokens: fields.imageOutputTokens ?? fields.outputTokens ?? 0 });
  },
};

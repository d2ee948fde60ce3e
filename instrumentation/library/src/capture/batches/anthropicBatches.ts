import { anthropicMessages } from '../wire/anthropicMessages.ts';
import type { BatchFormat } from './batchFormat.ts';

/** Anthropic's message batches: the results name no time, the batch does. */
export const anthropicBatches: BatchFormat = {
  results: /\/v1\/messages\/batches\/([^/]+)\/results$/,
  batch: /\/v1\/messages\/batches\/([^/]+)$/,
  status: { created_at: 'submittedAt', ended_at: 'endedAt' },
  line: { custom_id: 'customId', result: { message: anthropicMessages.body } },
  usage: anthropicMessages.usage,
};

import { openaiChatCompletions } from '../wire/openaiChatCompletions.ts';
import { openaiResponses } from '../wire/openaiResponses.ts';
import { openaiUsage } from '../wire/openaiUsage.ts';
import type { FieldTree } from '../wire/fieldTree.ts';
import type { BatchFormat } from './batchFormat.ts';

const ANSWER: FieldTree = {
  ...openaiChatCompletions.body,
  ...openaiResponses.body,
  usage: { ...(openaiChatCompletions.body['usage'] as FieldTree), ...(openaiResponses.body['usage'] as FieldTree) },
  object: 'object',
  created: '#createdSeconds',
  created_at: '#createdSeconds',
};

/** OpenAI's batches: results are a file among others, told by their lines; an answer says when it was made, embeddings don't. */
export const openaiBatches: BatchFormat = {
  results: /\/files\/([^/]+)\/content$/,
  batch: /\/batches\/([^/]+)$/,
  status: {
    created_at: '#submittedSeconds',
    completed_at: '#endedSeconds',
    output_file_id: 'outputFile',
    error_file_id: 'errorFile',
  },
  line: { id: 'lineId', custom_id: 'customId', response: { body: ANSWER } },
  usage: openaiUsage,
};

import type { Wire } from '../wire.ts';
import { completion } from './completion.ts';
import { completionEvents } from './completionEvents.ts';
import { openaiWire } from './openaiWire.ts';

const FILTERED = {
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: { hate: { filtered: false } } }],
};

/** Chat completions of an Azure OpenAI deployment: it asks by a deployment's name and is answered with the model's. */
export const azureWire: Wire = {
  ...openaiWire,
  provider: 'azure.ai.openai',
  authorized: (headers) => headers['api-key'] !== undefined || openaiWire.authorized(headers),
  answer: (plan) => ({ ...completion(plan), ...FILTERED }),
  // The first event speaks of filters only, and names neither id nor model.
  events: (plan) => [
    {
      text: `data: ${JSON.stringify({ choices: [], created: 0, id: '', model: '', object: '', ...FILTERED })}\n\n`,
      generated: 0,
    },
    ...completionEvents(plan),
  ],
};

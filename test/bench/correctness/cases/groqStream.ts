import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';
import { groqAnswer } from '../recorded/groqAnswer.ts';
import { groqTruth } from '../recorded/groqTruth.ts';

const { id, created, model, usage, x_groq } = groqAnswer;
const chunk = (rest: object) =>
  `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created, model, ...rest })}\n\n`;
const choice = (delta: object, finish_reason: string | null) => [{ index: 0, delta, logprobs: null, finish_reason }];

export const groqStream: Case = {
  group: 'Other providers',
  name: 'Groq stream: usage stands in its own block, unasked',
  answer: {
    path: '/groq/openai/v1/chat/completions',
    contentType: 'text/event-stream',
    writes: [
      chunk({ choices: choice({ role: 'assistant', content: '' }, null), x_groq: { id: x_groq.id } }),
      chunk({ choices: choice({ content: 'On its ' }, null) }),
      chunk({ choices: choice({ content: 'way.' }, null) }),
      chunk({ choices: choice({}, 'stop'), x_groq: { id: x_groq.id, usage } }),
      'data: [DONE]\n\n',
    ],
    truth: { ...groqTruth, serviceTier: '' },
  },
  async run({ OpenAI, recordedUrl }) {
    const client = new OpenAI({ baseURL: `${recordedUrl}/groq/openai/v1`, apiKey: 'gsk_simulated' });
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    return readAll(await client.chat.completions.create({ model, messages, stream: true }));
  },
};

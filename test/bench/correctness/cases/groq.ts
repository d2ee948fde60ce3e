import type { Case } from '../case.ts';
import { groqAnswer } from '../recorded/groqAnswer.ts';
import { groqTruth } from '../recorded/groqTruth.ts';

export const groq: Case = {
  group: 'Other providers',
  name: 'Groq by the openai client',
  answer: {
    path: '/groq/openai/v1/chat/completions',
    contentType: 'application/json',
    writes: [JSON.stringify(groqAnswer)],
    truth: groqTruth,
  },
  run: ({ OpenAI, recordedUrl }) =>
    new OpenAI({ baseURL: `${recordedUrl}/groq/openai/v1`, apiKey: 'gsk_simulated' }).chat.completions.create({
      model: groqAnswer.model,
      messages: [{ role: 'user', content: 'Where is my order?' }],
    }),
};

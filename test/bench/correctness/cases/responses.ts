import type { Case } from '../case.ts';
import { openaiResponse } from '../recorded/openaiResponse.ts';
import { openaiResponseTruth } from '../recorded/openaiResponseTruth.ts';

const id = 'resp_68bench0000000000000000000000000000000000000001';

export const responses: Case = {
  group: 'OpenAI',
  name: 'responses: cached, reasoning, a tool call that says "usage" and "model"',
  answer: {
    path: '/openai/v1/responses',
    contentType: 'application/json',
    writes: [JSON.stringify(openaiResponse(id, 'completed'))],
    truth: openaiResponseTruth(id),
  },
  run: ({ OpenAI, recordedUrl }) =>
    new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' }).responses.create({
      model: 'gpt-5.1',
      input: 'Where is my order?',
    }),
};

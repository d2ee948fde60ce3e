import type { Case } from '../case.ts';
import { openaiResponse } from '../recorded/openaiResponse.ts';
import { openaiResponseTruth } from '../recorded/openaiResponseTruth.ts';

const id = 'resp_68bench0000000000000000000000000000000000000004';

export const responsesParse: Case = {
  group: 'What the application gets',
  name: 'OpenAI: responses.parse() and withResponse()',
  exchanges: 2,
  answer: {
    path: '/openai/v1/responses',
    contentType: 'application/json',
    writes: JSON.stringify(openaiResponse(id, 'completed')).match(/[^]{1,200}/g) ?? [],
    truth: openaiResponseTruth(id),
  },
  async run({ OpenAI, recordedUrl }) {
    const openai = new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' });
    const params = { model: 'gpt-5.1', input: 'Where is my order?' };
    const parsed = await openai.responses.parse(params);
    const { data, response } = await openai.responses.create(params).withResponse();
    return [parsed, data, response.status];
  },
};

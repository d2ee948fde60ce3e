import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';
import { openaiResponseEvents } from '../recorded/openaiResponseEvents.ts';
import { openaiResponseTruth } from '../recorded/openaiResponseTruth.ts';

const id = 'resp_68bench0000000000000000000000000000000000000002';

export const responsesStream: Case = {
  group: 'OpenAI',
  name: 'responses stream, and its tee()',
  answer: {
    path: '/openai/v1/responses',
    contentType: 'text/event-stream',
    writes: openaiResponseEvents(id),
    truth: openaiResponseTruth(id),
  },
  async run({ OpenAI, recordedUrl }) {
    const openai = new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' });
    const stream = await openai.responses.create({ model: 'gpt-5.1', input: 'Where is my order?', stream: true });
    const [left, right] = stream.tee();
    return Promise.all([readAll(left), readAll(right)]);
  },
};

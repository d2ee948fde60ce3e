import type { Case } from '../case.ts';
import { openaiResponseEvents } from '../recorded/openaiResponseEvents.ts';
import { openaiResponseTruth } from '../recorded/openaiResponseTruth.ts';

const id = 'resp_68bench0000000000000000000000000000000000000003';

export const responsesStreamHelper: Case = {
  group: 'What the application gets',
  name: 'OpenAI: responses.stream() helper',
  answer: {
    path: '/openai/v1/responses',
    contentType: 'text/event-stream',
    writes: openaiResponseEvents(id),
    truth: openaiResponseTruth(id),
  },
  async run({ OpenAI, recordedUrl }) {
    const openai = new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' });
    const stream = openai.responses.stream({ model: 'gpt-5.1', input: 'Where is my order?' });
    const texts: string[] = [];
    stream.on('response.output_text.delta', ({ delta }) => texts.push(delta));
    return { final: await stream.finalResponse(), texts };
  },
};

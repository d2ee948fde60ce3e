import type { Case } from '../case.ts';

const vector = Array.from({ length: 1536 }, (_, index) => Math.sin(index) / 40);
const answer = {
  object: 'list',
  data: Array.from({ length: 20 }, (_, index) => ({ object: 'embedding', index, embedding: vector })),
  model: 'text-embedding-3-small',
  usage: { prompt_tokens: 5120, total_tokens: 5120 },
};

export const embeddings: Case = {
  group: 'OpenAI',
  name: 'embeddings: 20 vectors, 600 kB',
  answer: {
    path: '/openai/v1/embeddings',
    contentType: 'application/json',
    writes: JSON.stringify(answer).match(/[^]{1,16000}/g) ?? [],
    truth: {
      id: '',
      provider: 'openai',
      requestModel: 'text-embedding-3-small',
      model: 'text-embedding-3-small',
      usage: { inputTokens: 5120, outputTokens: 0 },
      serviceTier: '',
    },
  },
  async run({ OpenAI, recordedUrl }) {
    const openai = new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' });
    const { data, usage } = await openai.embeddings.create({
      model: 'text-embedding-3-small',
      input: Array.from({ length: 20 }, () => 'Where is my order?'),
      encoding_format: 'float',
    });
    return { count: data.length, last: data.at(-1)?.embedding.slice(0, 3), usage };
  },
};

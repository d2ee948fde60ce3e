import type * as Sdk from '@google/genai';
import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';
import { geminiAnswer } from '../recorded/geminiAnswer.ts';
import { geminiTruth } from '../recorded/geminiTruth.ts';

const counts = { prompt: 1490, cached: 1024, candidates: 128, thoughts: 128 };
const events = [10, 40, 90, 128].map((candidates, index, all) =>
  geminiAnswer(`part ${index} 🚚`, { ...counts, candidates }, index === all.length - 1)
);

export const geminiStream: Case = {
  group: 'Other providers',
  name: 'Gemini streamGenerateContent: the usage so far in every event',
  answer: {
    path: ':streamGenerateContent',
    contentType: 'text/event-stream',
    writes: events.map((event) => `data: ${JSON.stringify(event)}\r\n\r\n`),
    truth: geminiTruth({ inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, reasoningTokens: 128 }),
  },
  async run({ load, recordedUrl }) {
    const { GoogleGenAI } = await load<typeof Sdk>('@google/genai');
    const client = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: `${recordedUrl}/gcp.gemini` } });
    const stream = await client.models.generateContentStream({
      model: 'gemini-2.5-pro',
      contents: 'Where is my order?',
    });
    return (await readAll(stream)).map(({ text, usageMetadata }) => ({ text, usageMetadata }));
  },
};

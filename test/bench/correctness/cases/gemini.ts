import type * as Sdk from '@google/genai';
import type { Case } from '../case.ts';
import { geminiAnswer } from '../recorded/geminiAnswer.ts';
import { geminiTruth } from '../recorded/geminiTruth.ts';

const counts = { prompt: 1490, cached: 1024, candidates: 128, thoughts: 128 };

export const gemini: Case = {
  group: 'Other providers',
  name: 'Gemini generateContent: cached content, thoughts',
  answer: {
    path: ':generateContent',
    contentType: 'application/json',
    writes: [JSON.stringify(geminiAnswer('"usageMetadata":{"promptTokenCount":7} is text', counts), null, 2)],
    truth: geminiTruth({ inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, reasoningTokens: 128 }),
  },
  async run({ load, recordedUrl }) {
    const { GoogleGenAI } = await load<typeof Sdk>('@google/genai');
    const client = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: `${recordedUrl}/gcp.gemini` } });
    const { text, usageMetadata } = await client.models.generateContent({
      model: 'gemini-2.5-pro',
      contents: 'Where is my order?',
    });
    return { text, usageMetadata };
  },
};

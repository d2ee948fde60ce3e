import type * as Sdk from '@google/genai';
import type { Case } from '../case.ts';
import { geminiAnswer } from '../recorded/geminiAnswer.ts';
import { geminiTruth } from '../recorded/geminiTruth.ts';

const counts = { prompt: 250_000, cached: 200_000, candidates: 300, thoughts: 90 };

export const geminiLongContext: Case = {
  group: 'Other providers',
  name: 'Gemini generateContent: above 200,000 input tokens',
  answer: {
    path: ':generateContent',
    contentType: 'application/json',
    writes: [JSON.stringify(geminiAnswer('A long story.', counts))],
    truth: geminiTruth({ inputTokens: 250_000, outputTokens: 390, cacheReadTokens: 200_000, reasoningTokens: 90 }),
  },
  async run({ load, recordedUrl }) {
    const { GoogleGenAI } = await load<typeof Sdk>('@google/genai');
    const client = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: `${recordedUrl}/gcp.gemini` } });
    const { text } = await client.models.generateContent({ model: 'gemini-2.5-pro', contents: 'Read all of it.' });
    return text;
  },
};

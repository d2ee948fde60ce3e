interface Counts {
  readonly prompt: number;
  readonly cached: number;
  readonly candidates: number;
  readonly thoughts: number;
}

/** An answer of Gemini's generateContent; a stream sends such objects, the usage so far in each of them. */
export function geminiAnswer(text: string, counts: Counts, isLast = true): object {
  const { prompt, cached, candidates, thoughts } = counts;
  return {
    candidates: [{ content: { parts: [{ text }], role: 'model' }, ...(isLast && { finishReason: 'STOP' }), index: 0 }],
    usageMetadata: {
      promptTokenCount: prompt,
      candidatesTokenCount: candidates,
      totalTokenCount: prompt + candidates + thoughts,
      cachedContentTokenCount: cached,
      promptTokensDetails: [{ modality: 'TEXT', tokenCount: prompt }],
      cacheTokensDetails: [{ modality: 'TEXT', tokenCount: cached }],
      thoughtsTokenCount: thoughts,
    },
    modelVersion: 'gemini-2.5-pro',
    responseId: 'bench-gemini-response-0001',
  };
}

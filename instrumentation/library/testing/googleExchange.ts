/** What Google sends, shape for shape: 1,000 in (600 cached, 77 by tools more), 40 out and 25 thought, audio in all of it. */
const USAGE = {
  promptTokenCount: 1000,
  candidatesTokenCount: 40,
  totalTokenCount: 1142,
  cachedContentTokenCount: 600,
  promptTokensDetails: [
    { modality: 'TEXT', tokenCount: 700 },
    { modality: 'AUDIO', tokenCount: 300 },
  ],
  cacheTokensDetails: [
    { modality: 'AUDIO', tokenCount: 100 },
    { modality: 'TEXT', tokenCount: 500 },
  ],
  candidatesTokensDetails: [{ modality: 'TEXT', tokenCount: 40 }],
  toolUsePromptTokenCount: 77,
  thoughtsTokenCount: 25,
  trafficType: 'ON_DEMAND',
};
const REST = { modelVersion: 'gemini-2.5-flash', createTime: '2026-11-23T09:00:00Z', responseId: 'aBcDeFgH' };
/** Everything a scanner could mistake for the real thing. */
const TRICKY = 'He said "usageMetadata":{"promptTokenCount":9} \\" "finishReason":"STOP" ünï\u2028\u{1f600}';

const candidate = (text: string, rest: object = {}) => ({
  candidates: [
    {
      content: {
        parts: [{ text }, { functionCall: { name: 'f', args: { usageMetadata: { promptTokenCount: 3 } } } }],
        role: 'model',
      },
      ...rest,
      index: 0,
    },
  ],
});
const FINISH = {
  finishReason: 'STOP',
  groundingMetadata: { webSearchQueries: ['one', 'two', 'one', ''], searchEntryPoint: { renderedContent: '<b>' } },
};
const responses = [
  { ...candidate('Hel'), usageMetadata: { promptTokenCount: 1000, totalTokenCount: 1000 }, ...REST },
  { ...candidate(TRICKY), usageMetadata: { promptTokenCount: 1000, candidatesTokenCount: 20 }, ...REST },
  { ...candidate(''), usageMetadata: { promptTokenCount: 1000, candidatesTokenCount: 30 }, ...REST },
  { ...candidate('.', FINISH), usageMetadata: USAGE, ...REST },
];

export const googleExchange = {
  usage: {
    inputTokens: 1077,
    outputTokens: 65,
    cacheReadTokens: 600,
    reasoningTokens: 25,
    audioInputTokens: 300,
    audioCacheReadTokens: 100,
    webSearches: 1,
  },
  response: { ...candidate(TRICKY, FINISH), usageMetadata: USAGE, ...REST },
  body: JSON.stringify({ ...candidate(TRICKY, FINISH), usageMetadata: USAGE, ...REST }, null, 2),
  stream: responses.map((response) => `data: ${JSON.stringify(response)}\r\n\r\n`),
  array: responses.map((response, at) => `${at === 0 ? '[' : ',\r\n'}${JSON.stringify(response, null, 2)}`).concat(']'),
};

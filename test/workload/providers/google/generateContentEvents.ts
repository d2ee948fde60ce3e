import type { GoogleBill } from './googleBill.ts';
import type { GoogleSteering } from './googleSteering.ts';

/** The responses of one stream, each with the usage so far; the last one finishes. Alone it is the whole answer. */
export function generateContentEvents(
  model: string,
  responseId: string,
  bill: GoogleBill,
  steering: GoogleSteering,
  words: readonly string[]
): object[] {
  const rest = { modelVersion: steering.modelVersion ?? model, responseId };
  if (steering.blocked === true) {
    return [
      {
        promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
        usageMetadata: usage({ ...bill, candidates: 0 }, steering),
        ...rest,
      },
    ];
  }
  const grounding = steering.searches && {
    groundingMetadata: { webSearchQueries: steering.searches, groundingChunks: [] },
  };
  return words.map((text, at) => {
    const isLast = at === words.length - 1;
    const candidates = isLast ? bill.candidates : Math.floor((bill.candidates * (at + 1)) / words.length);
    return {
      candidates: [
        {
          content: { parts: [{ text }], role: 'model' },
          ...(isLast && { finishReason: 'STOP', ...grounding }),
          index: 0,
        },
      ],
      usageMetadata: usage({ ...bill, candidates }, steering),
      ...rest,
    };
  });
}

/** Counts of 0 are left out, as Google does. */
function usage(bill: GoogleBill, steering: GoogleSteering): object {
  const [audio = 0, audioCached = 0] = bill.audio ?? [];
  const details = (name: string, counts: readonly (readonly [modality: string, tokenCount: number])[]) => {
    const there = counts.filter(([, tokenCount]) => tokenCount > 0);
    return there.length === 0 ? {} : { [name]: there.map(([modality, tokenCount]) => ({ modality, tokenCount })) };
  };
  const count = (name: string, value = 0) => (value === 0 ? {} : { [name]: value });
  const { prompt, candidates, cached = 0, thoughts = 0, toolUse = 0, imagesOut = 0 } = bill;
  return {
    ...count('promptTokenCount', prompt),
    ...count('candidatesTokenCount', candidates),
    totalTokenCount: prompt + candidates + thoughts + toolUse,
    ...count('cachedContentTokenCount', cached),
    ...details('promptTokensDetails', [
      ['TEXT', prompt - audio],
      ['AUDIO', audio],
    ]),
    ...details('cacheTokensDetails', [
      ['TEXT', cached - audioCached],
      ['AUDIO', audioCached],
    ]),
    ...details('candidatesTokensDetails', [
      ['TEXT', candidates - imagesOut],
      ['IMAGE', imagesOut],
    ]),
    ...count('toolUsePromptTokenCount', toolUse),
    ...count('thoughtsTokenCount', thoughts),
    ...(steering.trafficType !== undefined && { trafficType: steering.trafficType }),
    ...(steering.serviceTier !== undefined && { serviceTier: steering.serviceTier }),
  };
}

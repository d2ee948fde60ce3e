import type { RecordedAnswer } from '../recordedAnswer.ts';
import { groqAnswer } from './groqAnswer.ts';

/** What `groqAnswer` was billed for. */
export const groqTruth: RecordedAnswer['truth'] = {
  id: groqAnswer.id,
  provider: 'groq',
  requestModel: groqAnswer.model,
  model: groqAnswer.model,
  usage: { inputTokens: 1490, outputTokens: 256 },
  serviceTier: 'on_demand',
};

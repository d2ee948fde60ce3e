import type { BilledUsage } from '../../../workload/providers/billedUsage.ts';
import type { RecordedAnswer } from '../recordedAnswer.ts';

/** What Gemini billed for `geminiAnswer`. */
export function geminiTruth(usage: BilledUsage): RecordedAnswer['truth'] {
  return {
    id: 'bench-gemini-response-0001',
    provider: 'gcp.gemini',
    requestModel: 'gemini-2.5-pro',
    model: 'gemini-2.5-pro',
    usage,
    serviceTier: '',
  };
}

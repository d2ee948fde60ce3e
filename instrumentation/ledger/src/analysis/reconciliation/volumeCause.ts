import type { CauseCode } from './causeCode.ts';
import { componentCause } from './componentCause.ts';

/** What is known beside two quantities. */
export interface VolumeEvidence {
  readonly component: string | undefined;
  readonly estimateQuantity: bigint;
  readonly billQuantity: bigint;
  /** Calls of this model whose usage nobody knows. */
  readonly unknownCalls: number;
  /** Bill by estimate of all matched quantities of this provider, where they are alike everywhere. */
  readonly commonRatio: number | undefined;
  /** How another cut of days explains it, where it does. */
  readonly timeCut: string | undefined;
}

const NEAR = 0.02;

const isNear = (value: number, target: number) => Math.abs(value / target - 1) <= NEAR;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Why the bill counts another quantity than the books. */
export function volumeCause(evidence: VolumeEvidence): { readonly cause: CauseCode; readonly evidence: string } {
  const { component, estimateQuantity, billQuantity, unknownCalls, commonRatio, timeCut } = evidence;
  const ratio = Number(billQuantity) / Number(estimateQuantity);
  const [billed, known] = [billQuantity, estimateQuantity].map((quantity) => quantity.toLocaleString('en-US'));
  const counted = `${billed} billed, ${known} counted`;
  if (billQuantity === 0n) {
    return { cause: 'NOT_BILLED', evidence: `${known} counted, nothing billed` };
  }
  if (timeCut !== undefined) {
    return { cause: 'TIME_CUT', evidence: `${timeCut}; ${counted}` };
  }
  if (isNear(ratio, 0.5)) {
    return { cause: 'DOUBLE_COUNT', evidence: `the books have twice what is billed: ${counted}` };
  }
  if (commonRatio !== undefined && commonRatio > 1 + 2 * NEAR && isNear(ratio, commonRatio)) {
    return {
      cause: 'SAMPLING',
      evidence: `every quantity is short by the same share, ${percent(1 - 1 / commonRatio)}`,
    };
  }
  const special = componentCause(component);
  if (special !== undefined) {
    return { cause: special, evidence: `${component}: ${counted}` };
  }
  if (ratio > 1 && unknownCalls > 0) {
    return { cause: 'MISSING_USAGE', evidence: `${unknownCalls} calls without known usage; ${counted}` };
  }
  return ratio > 1 ? { cause: 'UNINSTRUMENTED', evidence: counted } : { cause: 'UNKNOWN', evidence: counted };
}

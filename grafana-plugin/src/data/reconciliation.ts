import type { CauseCode, Step } from '@ai-finops/ledger/analysis';

type MatchStatus = 'green' | 'amber' | 'red';

/** A part of a difference, with what it is put down to. Money is nano-USD as text. */
interface GapPart {
  readonly step: Step;
  readonly nanoUsd: string;
  readonly cause: CauseCode;
  readonly evidence: string;
  readonly action: string;
}

export interface MatchedCell {
  readonly account: string | null;
  readonly model: string | null;
  readonly component: string | null;
  readonly estimateNanoUsd: string;
  readonly effectiveNanoUsd: string;
  readonly estimateQuantity: string;
  readonly billQuantity: string | null;
  readonly status: MatchStatus;
  readonly parts: readonly GapPart[];
}

/** From an estimate to a bill: estimate and steps add up to it. */
export interface BillSteps {
  readonly provider: string;
  readonly estimateNanoUsd: string;
  readonly billNanoUsd: string;
  readonly steps: Readonly<Record<Step, string>>;
}

/** A provider's month. */
export interface ProviderBill extends BillSteps {
  readonly state: 'open' | 'provisional' | 'final';
  readonly source: string;
  readonly importedAt: string;
  readonly revision: number;
  readonly status: MatchStatus;
  readonly coverage: number | null;
  readonly cells: readonly MatchedCell[];
  readonly charges: readonly (GapPart & { readonly description: string })[];
}

export interface MonthReconciliation {
  readonly providers: readonly ProviderBill[];
  readonly withoutBill: readonly { readonly provider: string; readonly estimateNanoUsd: string }[];
}

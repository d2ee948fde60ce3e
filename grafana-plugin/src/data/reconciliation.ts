import type { CauseCode, Step } from '@ai-finops/ledger/analysis';

type MatchStatus = 'green' | 'amber' | 'red';

/** A part of a difference, with what it is put down to. Money is nano-USD as text. */
interface GapPart {
  readonly step: Step;
  readonly nanoUsd: string;
  readonly cause: CauseCode;
  readonly evidence: string;
  readonly action: string;
  /** false: it is as it should be. */
  readonly needsAction: boolean;
}

export interface MatchedCell {
  readonly account: string | null;
  readonly model: string | null;
  readonly component: string | null;
  /** Who looks at what it differs by; null: the owners file names nobody. */
  readonly owner: string | null;
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
  /** Who answers for all of it. */
  readonly owner: string | null;
  readonly providers: readonly ProviderBill[];
  /** Providers that cost something. */
  readonly withoutBill: readonly {
    readonly provider: string;
    readonly estimateNanoUsd: string;
    /** Nobody will send one. */
    readonly isSelfHosted: boolean;
  }[];
}

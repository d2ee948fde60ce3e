import type { UsageUnknownReason } from '@ai-finops/instrumentation/contract';
import type { App } from './app.ts';
import type { RecordedAnswer } from './recordedAnswer.ts';

/** Groups in the order of the table. */
export const GROUPS = [
  'OpenAI',
  'Anthropic',
  'Other providers',
  'Failures',
  'Ended early',
  'What the application gets',
  'Transport',
] as const;

/** One row of the table; add a file to `cases/` that exports one. */
export interface Case {
  readonly group: (typeof GROUPS)[number];
  readonly name: string;
  /** Makes the calls as an application would. What it returns is all that the application saw, as JSON. */
  run(app: App): Promise<unknown>;
  /**
   * What is right for an exchange that generated something: `exact`, the provider's count (the default); `partial`, what
   * was known by the time it ended, and marked so; or an unknown with this reason.
   */
  readonly usage?: 'exact' | 'partial' | UsageUnknownReason;
  /** How many attempts the provider must have seen; 1. */
  readonly exchanges?: number;
  /** Where the provider cannot know how the application ended it, only usage is compared. */
  readonly isStatusOpen?: boolean;
  /** Spans of the SDK's own telemetry, all marked superseded; 0 where it must emit none; else not looked at. */
  readonly nativeSpans?: number;
  /** Each exchange is of the tenant `tenant-<its output tokens>`. */
  readonly tenants?: boolean;
  /** Bytes of a real exchange, where the simulated providers do not speak this wire format. */
  readonly answer?: RecordedAnswer;
}

import type { ReportedUsage } from '../src/pricing/index.ts';

/** What a provider sent, shape for shape, and what it means. */
export interface RecordedExchange {
  /** `gen_ai.provider.name`. */
  readonly provider: string;
  readonly host: string;
  readonly path: string;
  readonly id: string | undefined;
  readonly model: string | undefined;
  /** What must be read, in inclusive terms; parts that are not here must be absent or 0. */
  readonly usage: ReportedUsage;
  /** What the provider says it charged, USD. */
  readonly costUsd?: string;
  readonly body: string;
  /** The same as a stream, event by event; undefined where there is none. */
  readonly stream?: readonly string[];
}

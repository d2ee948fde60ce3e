import type { EventEntry } from './lever.ts';
import { serverWords } from './serverWords.ts';
import { tellLedger } from './tellLedger.ts';

/** What is to become of an optimization's record: `null` takes a field away. */
export interface EventChange {
  readonly action: string;
  readonly id?: string;
  readonly version?: number;
  readonly note?: string;
  readonly record?: Readonly<Record<string, string | null>>;
}

/** `conflict`: somebody changed it in the meantime; `current` is what it says now. */
export type EventOutcome =
  | { readonly kind: 'recorded'; readonly entry: EventEntry }
  | { readonly kind: 'conflict'; readonly current: EventEntry | undefined }
  | { readonly kind: 'refused'; readonly words: string; readonly field: string | undefined };

interface Refusal {
  readonly status?: number;
  readonly data?: { readonly current?: EventEntry; readonly error?: string; readonly field?: string };
}

/** Records an optimization, or a change of one, through Grafana's proxy, which adds the token and who it is. */
export async function recordEvent(change: EventChange): Promise<EventOutcome> {
  try {
    const entry = (await tellLedger('events', change)) as EventEntry;
    return { kind: 'recorded', entry };
  } catch (error) {
    const { status, data } = (error ?? {}) as Refusal;
    return status === 409
      ? { kind: 'conflict', current: data?.current }
      : { kind: 'refused', words: data?.error ?? serverWords(error), field: data?.field?.replace(/^record\./, '') };
  }
}

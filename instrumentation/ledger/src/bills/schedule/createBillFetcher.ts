import type { BillBooks } from '../billBooks.ts';
import type { BillApi, fetchBill } from '../fetch/fetchBill.ts';
import { isFetchDue } from './isFetchDue.ts';
import { monthsToFetch } from './monthsToFetch.ts';

export interface BillFetcher {
  /** Fetches what is due; call it every minute or so. Never rejects. */
  tick(): Promise<void>;
  /** Breaks off what is under way; nothing is kept after it. */
  stop(): void;
}

export interface BillFetcherEvents {
  /** A provider's months were asked for; `kept` of them said something new. */
  done(provider: BillApi, months: readonly string[], kept: number): void;
  failed(provider: BillApi, error: Error): void;
}

/** Keeps the bills of the running month, and of the one before until it is final, up to what providers tell. */
export function createBillFetcher(
  from: {
    readonly apis: readonly BillApi[];
    readonly fetch: (api: BillApi, month: string, signal: AbortSignal) => ReturnType<typeof fetchBill>;
    readonly bills: Pick<BillBooks, 'keep' | 'newest' | 'fetchedMs' | 'fetched'>;
    readonly now: () => number;
    /** When in the UTC day, ms after midnight. */
    readonly afterMidnightMs: number;
  },
  events: BillFetcherEvents
): BillFetcher {
  const { apis, fetch, bills, now, afterMidnightMs } = from;
  const stopping = new AbortController();
  const tried = new Map<BillApi, number>();
  const running = new Set<BillApi>();

  async function run(api: BillApi): Promise<void> {
    const newest = bills.newest().filter(({ provider }) => provider === api);
    const months = monthsToFetch(now(), newest);
    let kept = 0;
    for (const month of months) {
      const { month: lines, state } = await fetch(api, month, stopping.signal);
      if (stopping.signal.aborted) {
        return;
      }
      kept += Number(bills.keep(lines, { state, source: `${api} API`, nowMs: now() }));
    }
    bills.fetched(api, now());
    events.done(api, months, kept);
  }

  return {
    async tick() {
      const due = apis.filter((api) => {
        const last = { triedMs: tried.get(api), okMs: bills.fetchedMs(api) };
        return !running.has(api) && !stopping.signal.aborted && isFetchDue(now(), afterMidnightMs, last);
      });
      await Promise.all(
        due.map(async (api) => {
          tried.set(api, now());
          running.add(api);
          try {
            await run(api);
          } catch (error) {
            if (!stopping.signal.aborted) {
              events.failed(api, error instanceof Error ? error : new Error(String(error)));
            }
          } finally {
            running.delete(api);
          }
        })
      );
    },
    stop: () => stopping.abort(),
  };
}

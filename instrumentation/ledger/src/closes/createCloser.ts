import { gzipSync } from 'node:zlib';
import type { DimensionLabels } from '../books/dimensionLabels.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import type { FamilyBeside } from './closeFamily.ts';
import type { ClosePolicy } from './closePolicy.ts';
import type { ClosesRequest } from './closesRequest.ts';
import { CloseWindow } from './closeWindow.ts';
import { dueDays } from './dueDays.ts';
import { givenFamily } from './givenFamily.ts';
import { pendingDays } from './pendingDays.ts';
import { scheduledCloses, type ScheduledClose } from './scheduledCloses.ts';
import type { WrittenCloses } from './writtenCloses.ts';

export interface Closer {
  /** Closes what is due; resolves with the days closed. */
  tick(): Promise<EventDay[]>;
  /** Closes every open past day up to `through`, due or not; resolves with the days closed. */
  closeThrough(through: EventDay): Promise<EventDay[]>;
  /** The past days that are not closed, and when they are due; a day also waits for the one before. */
  scheduled(): ScheduledClose[];
  /**
   * The last two closed days as Prometheus text, gzip'ed; written once, because closed days do not change. Those before
   * while a day is closing.
   */
  written(): Promise<Uint8Array>;
}

export interface CloserParts {
  readonly store: Pick<Store, 'close'> & { readonly books: Pick<Store['books'], 'days'> };
  /** Those of the live books: whatever is closed was admitted to them. */
  readonly labels: DimensionLabels;
  readonly policy: ClosePolicy;
  readonly now: () => number;
  /** Families that do not come from the books. */
  readonly more?: readonly FamilyBeside[];
  readonly write: (request: ClosesRequest) => Promise<WrittenCloses>;
}

export interface CloserEvents {
  /** What closed days wait for before they are shown for good; it must come to an end. */
  prepare?(): Promise<void>;
  /** Days were closed, by time or by hand. */
  closed?(days: readonly EventDay[]): void;
  /** A close was written; so many of its tenants stand in `other`. */
  written?(foldedTenants: number): void;
}

/** Prometheus takes dated samples two days back (`out_of_order_time_window: 2d`): older closes travel by export. */
const DAYS_SHOWN = 2;

/** Keeps the daily closes of a store. Closing and writing happen one after the other. */
export function createCloser(parts: CloserParts, events: CloserEvents = {}): Closer {
  const { store, labels, policy, now, more = [] } = parts;
  let current: { readonly of: string; readonly gzip: Uint8Array } | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let isClosing = false;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const close = async (days: EventDay[]): Promise<EventDay[]> => {
    if (days.length > 0) {
      isClosing = true;
      try {
        await store.close(days);
        await write();
      } finally {
        isClosing = false;
      }
      events.closed?.(days);
    }
    return days;
  };

  const write = async (): Promise<Uint8Array> => {
    const closed = store.books.days().filter(({ closedMs }) => closedMs !== undefined);
    const shown = closed.slice(-DAYS_SHOWN);
    const of = String(shown.map(({ day }) => day));
    if (current?.of === of) {
      return current.gzip;
    }
    if (shown.length === 0) {
      return gzipSync('');
    }
    await events.prepare?.();
    const first = (shown[0]?.day ?? 0) - CloseWindow.warmUpDays;
    const days = closed.filter(({ day }) => day >= first);
    const given = more.map((family) =>
      givenFamily(
        family,
        days.map(({ day }) => day),
        labels
      )
    );
    const { gzip, foldedTenants } = await parts.write({ days, shown: shown.length, given });
    events.written?.(foldedTenants);
    current = { of, gzip };
    return gzip;
  };

  return {
    tick: () => inTurn(() => close(dueDays(store.books.days(), now(), policy))),
    closeThrough: (through) =>
      inTurn(() => close(pendingDays(store.books.days(), eventDay(now())).filter((day) => day <= through))),
    scheduled: () => scheduledCloses(store.books.days(), eventDay(now()), policy),
    written: async () => (isClosing && current ? current.gzip : inTurn(write)),
  };
}

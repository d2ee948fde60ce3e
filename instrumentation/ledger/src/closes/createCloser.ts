import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DimensionLabels } from '../books/dimensionLabels.ts';
import { LABEL_CAPS } from '../books/labelCaps.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import { bookFamilies } from './bookFamilies.ts';
import type { CloseFamily } from './closeFamily.ts';
import type { ClosePolicy } from './closePolicy.ts';
import { CloseWindow, type DailyClose } from './closeWindow.ts';
import { dueDays } from './dueDays.ts';
import { pendingDays } from './pendingDays.ts';
import { readDayBooks } from './readDayBooks.ts';
import { renderCloses } from './renderCloses.ts';
import { scheduledCloses, type ScheduledClose } from './scheduledCloses.ts';
import { tenantFamilies } from './tenantFamilies.ts';
import { workFamilies } from './workFamilies.ts';
import { topTenants } from './topTenants.ts';

interface RenderedCloses {
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

export interface Closer {
  /** Closes what is due; resolves with the days closed. */
  tick(): Promise<EventDay[]>;
  /** Closes every open past day up to `through`, due or not; resolves with the days closed. */
  closeThrough(through: EventDay): Promise<EventDay[]>;
  /** The past days that are not closed, and when they are due; a day also waits for the one before. */
  scheduled(): ScheduledClose[];
  /** The last two closed days as Prometheus text; rendered once, because closed days do not change. */
  rendered(): Promise<RenderedCloses>;
}

export interface CloserEvents {
  /** What closed days wait for before they are shown for good; it must come to an end. */
  prepare?(): Promise<void>;
  /** Days were closed, by time or by hand. */
  closed?(days: readonly EventDay[]): void;
  /** A close was rendered; so many of its tenants stand in `other`. */
  rendered?(foldedTenants: number): void;
}

/** Prometheus takes dated samples two days back (`out_of_order_time_window: 2d`): older closes travel by export. */
const DAYS_SHOWN = 2;

/**
 * Keeps the daily closes of a store. Closing and rendering happen one after the other.
 *
 * @param more families that do not come from the books
 */
export function createCloser(
  store: Store,
  labels: DimensionLabels,
  policy: ClosePolicy,
  now: () => number,
  more: readonly CloseFamily[] = [],
  events: CloserEvents = {}
): Closer {
  let rendered: { readonly of: string; readonly text: RenderedCloses } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const close = async (days: EventDay[]): Promise<EventDay[]> => {
    if (days.length > 0) {
      await store.close(days);
      await render();
      events.closed?.(days);
    }
    return days;
  };

  const render = async (): Promise<RenderedCloses> => {
    const closed = store.books.days().filter(({ closedMs }) => closedMs !== undefined);
    const shown = closed.map(({ day }) => day).slice(-DAYS_SHOWN);
    if (rendered?.of === String(shown)) {
      return rendered.text;
    }
    await events.prepare?.();
    const window = new CloseWindow([...bookFamilies, ...workFamilies, ...tenantFamilies, ...more]);
    const closes: DailyClose[] = [];
    const [first = 0, last = -1] = [shown[0], shown.at(-1)];
    for (const { day } of closed) {
      if (day >= first - CloseWindow.warmUpDays && day <= last) {
        const books = readDayBooks(store.books, labels, day);
        await setImmediate();
        const daily = window.advance(books);
        if (shown.includes(day)) {
          closes.push(daily);
          events.rendered?.(Math.max(0, topTenants(books, Infinity).size - LABEL_CAPS.tenants));
        }
        await setImmediate();
      }
    }
    const plain = Buffer.from(await renderCloses(closes));
    const text = { plain, gzip: await promisify(gzip)(plain, { level: 1 }) };
    rendered = { of: String(shown), text };
    return text;
  };

  return {
    tick: () => inTurn(() => close(dueDays(store.books.days(), now(), policy))),
    closeThrough: (through) =>
      inTurn(() => close(pendingDays(store.books.days(), eventDay(now())).filter((day) => day <= through))),
    scheduled: () => scheduledCloses(store.books.days(), eventDay(now()), policy),
    rendered: () => inTurn(render),
  };
}

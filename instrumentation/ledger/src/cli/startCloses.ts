import { join } from 'node:path';
import { createAnomalyFamily } from '../anomalies/createAnomalyFamily.ts';
import { createAnomalyRunner, type AnomalyRunner } from '../anomalies/createAnomalyRunner.ts';
import { lookInThread } from '../anomalies/lookInThread.ts';
import type { DimensionLabels } from '../books/dimensionLabels.ts';
import type { FamilyBeside } from '../closes/closeFamily.ts';
import { createCloser, type Closer } from '../closes/createCloser.ts';
import { keepCloses } from '../closes/keepCloses.ts';
import { writeInThread } from '../closes/writeInThread.ts';
import { createOtherCostFamily } from '../ownership/createOtherCostFamily.ts';
import type { Owners } from '../ownership/owners.ts';
import { thresholdNanoUsd } from '../ownership/thresholdNanoUsd.ts';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import type { LedgerSettings } from './ledgerSettings.ts';
import { onChange } from './onChange.ts';

/** A scrape of the closes may wait this long for the first look at a day. */
const JUDGING_LIMIT_MS = 20_000;

interface ClosesParts {
  readonly settings: Pick<LedgerSettings, 'close' | 'data' | 'log'>;
  readonly path: string;
  readonly store: Store;
  readonly labels: DimensionLabels;
  readonly owners: () => Owners;
}

export interface RunningCloses {
  readonly closer: Closer;
  /** What anomalies are looked for in and by. */
  readonly rules: {
    readonly books: AnomalyBooks;
    gate(): number;
    marks(): ReturnType<AnomalyBooks['marks']>;
  };
  readonly anomalies: AnomalyRunner;
  readonly otherFamilies: readonly FamilyBeside[];
  /** Tenants of the newest close that stand in `other`. */
  foldedTenants(): number;
  /** Resolves once the newest closes are there to be scraped, or could not be written. */
  readonly shown: Promise<unknown>;
  /** Has it told which days were closed. */
  onClosed(told: (days: readonly EventDay[]) => void): void;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/**
 * The closes, and what they wait for. Its own part of a start, and the first after the doors: whoever scrapes the closes
 * finds them where they were kept, and else they are written in a thread while the rest loads.
 */
export function startCloses({ settings, path, store, labels, owners }: ClosesParts): RunningCloses {
  const { log } = settings;
  const books = new AnomalyBooks(path);
  const rules = {
    books,
    gate: () => thresholdNanoUsd(owners(), 'anomaly_min_usd_day'),
    marks: () => books.marks(),
  };
  const anomalies = createAnomalyRunner({
    ...rules,
    judge: (request) => lookInThread(path, 'closed', request, JUDGING_LIMIT_MS),
    keep: store.keepAnomalies,
    today: () => eventDay(Date.now()),
    onOutcome: onChange<string | undefined>(undefined, (error) =>
      error === undefined
        ? log('info', 'anomalies are looked for again')
        : log('error', 'anomalies could not be looked for: it is tried again', { error })
    ),
  });
  const otherFamilies = [
    createOtherCostFamily(owners),
    createAnomalyFamily((day) => books.anomalies(day, day, 'first')),
  ];
  let foldedTenants = 0;
  let closed: (days: readonly EventDay[]) => void = () => undefined;
  const closer = createCloser(
    {
      ...{ store, labels, policy: settings.close, now: Date.now, more: otherFamilies },
      write: keepCloses(join(settings.data, 'closes.kept'), (request) => writeInThread(path, request)),
    },
    {
      closed: (days) => closed(days),
      prepare: anomalies.judgeNew,
      written: (folded) => (foldedTenants = folded),
    }
  );
  const shown = closer.written().catch(() => undefined);
  return {
    ...{ closer, rules, anomalies, otherFamilies, shown },
    foldedTenants: () => foldedTenants,
    onClosed: (told) => (closed = told),
    async stop() {
      await shown;
      await anomalies.idle();
      books.close();
    },
  };
}

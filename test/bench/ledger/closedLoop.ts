import { quantile } from '../overhead/quantile.ts';
import { makeBodies } from './makeBodies.ts';
import type { MeasuredLedger } from './measuredLedger.ts';
import { postAll } from './postAll.ts';

export interface Loop {
  readonly isZipped: boolean;
  readonly spans: number;
  /** Senders at a time. */
  readonly lanes: number;
  readonly requests: number;
  readonly disorderMs: number;
}

export interface LoopFigures extends Loop {
  readonly perSecond: number;
  /** The same bytes to prom-client counters alone, and to a server that reads and does nothing. */
  readonly perSecondOfCounters: number;
  readonly perSecondOfSink: number;
  readonly ackMs: readonly [p50: number, p99: number];
  readonly cpuUs: number;
  readonly stallMs: number;
  readonly rssMiB: number;
}

/** Senders that post the next request when one is acknowledged; each request durable before it is. */
export async function closedLoop(
  loop: Loop,
  to: { readonly ledger: MeasuredLedger; readonly counters: string; readonly sink: string }
): Promise<LoopFigures> {
  const bodies = makeBodies(loop);
  const count = loop.requests * loop.spans;
  const perSecond = async (url: string) => count / (await postAll(url, bodies, loop.isZipped, loop.lanes)).seconds;
  const perSecondOfSink = await perSecond(to.sink);
  const perSecondOfCounters = await perSecond(to.counters);
  const before = await to.ledger.usage();
  const kept = await postAll(to.ledger.intake, bodies, loop.isZipped, loop.lanes);
  const after = await to.ledger.usage();
  return {
    ...loop,
    perSecond: count / kept.seconds,
    perSecondOfCounters,
    perSecondOfSink,
    ackMs: [quantile(kept.ackMs, 0.5), quantile(kept.ackMs, 0.99)],
    cpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / count,
    stallMs: after.stallMs,
    rssMiB: after.rssMiB,
  };
}

import { quantile } from '../overhead/quantile.ts';
import { makeBodies } from './makeBodies.ts';
import type { MeasuredLedger } from './measuredLedger.ts';
import { postPaced } from './postPaced.ts';

export const PACED_SPANS = 20_000;

export interface PacedFigures {
  readonly ackMs: readonly [p50: number, p99: number];
  readonly stallMs: number;
  /** Of one core. */
  readonly cpuShare: number;
}

/** 20,000 spans a second for `seconds`, whatever the ledger makes of them. */
export async function paced(
  ledger: MeasuredLedger,
  spans: number,
  seconds: number,
  beside: (isOver: () => boolean) => Promise<unknown> = () => Promise.resolve()
): Promise<PacedFigures> {
  const aSecond = PACED_SPANS / spans;
  const bodies = makeBodies({ requests: aSecond * seconds, spans, isZipped: true, disorderMs: 5_000 });
  let isOver = false;
  const before = await ledger.usage();
  const other = beside(() => isOver);
  const began = performance.now();
  const ackMs = await postPaced(ledger.intake, bodies, true, aSecond);
  const spentMs = performance.now() - began;
  isOver = true;
  await other;
  const after = await ledger.usage();
  return {
    ackMs: [quantile(ackMs, 0.5), quantile(ackMs, 0.99)],
    stallMs: after.stallMs,
    cpuShare: (after.cpuMs - before.cpuMs) / spentMs,
  };
}

import { makeBodies } from './makeBodies.ts';
import type { MeasuredLedger } from './measuredLedger.ts';
import { postAll } from './postAll.ts';

const PARTS = 10;
const SPANS = 200;
/** Bodies made before they are sent, so that making them is not measured: 100,000 calls, some 15 MB. */
const CHUNK = 500;

export interface Tenth {
  readonly perSecond: number;
  readonly rssMiB: number;
}

/** Sends `calls` without a pause; each tenth’s rate while sending, and the resident set at its end. */
export async function sustained(ledger: MeasuredLedger, calls: number): Promise<readonly Tenth[]> {
  const tenths: Tenth[] = [];
  const chunks = Math.max(1, Math.round(calls / PARTS / SPANS / CHUNK));
  for (let part = 0; part < PARTS; part += 1) {
    let seconds = 0;
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const bodies = makeBodies({ requests: CHUNK, spans: SPANS, isZipped: true, disorderMs: 5_000 });
      seconds += (await postAll(ledger.intake, bodies, true, 16)).seconds;
    }
    const { rssMiB } = await ledger.usage();
    tenths.push({ perSecond: (chunks * CHUNK * SPANS) / seconds, rssMiB });
    console.log(`${part + 1} of ${PARTS}: ${tenths.at(-1)?.perSecond.toFixed(0)} spans/s, ${rssMiB.toFixed(0)} MiB`);
  }
  return tenths;
}

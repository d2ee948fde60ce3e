import { traceRequest } from '../../instrumentation/ledger/src/intake/traceRequest.fixture.ts';

const DAY_MS = 86_400_000;
/** Ahead of any clock the ledger takes (--max-skew 10m), also when the campaign is over. */
const AHEAD_MS = 3 * 3_600_000;
/** Batches that can be sent again: what senders and collectors hold at most. */
const REMEMBERED = 2_000;

interface Span {
  readonly traceId: Buffer;
  readonly spanId: Buffer;
  readonly startMs: number;
}

export interface Batch {
  readonly spans: readonly Span[];
  readonly body: Uint8Array;
  /** Whether its spans start too far ahead of the clock to be booked. */
  readonly isAhead: boolean;
}

export const keyOf = ({ traceId, spanId }: Span): string => Buffer.concat([traceId, spanId]).toString('hex');

/** What senders under duress send, drawn from the seed: new calls, resends, mixtures, calls of wrong clocks. */
export class Duress {
  readonly random: () => number;
  private readonly sent: Batch[] = [];

  constructor(seed: number) {
    this.random = generator(seed);
  }

  /** Of ten batches three are resends, two of them mixed from several and shuffled; one is of a clock that runs ahead. */
  next(): Batch {
    const dice = this.random();
    const old = this.pick(this.sent);
    if (dice < 0.1 && old) {
      return old;
    }
    if (dice < 0.3 && old) {
      const parts = [old, this.pick(this.sent) ?? old, this.pick(this.sent) ?? old].flatMap(({ spans }) => spans);
      return batch(this.shuffled(parts).slice(0, 60), false);
    }
    const isAhead = dice > 0.9;
    const spans = Array.from({ length: 5 + Math.floor(this.random() * 36) }, () => this.span(isAhead));
    const made = batch(spans, isAhead);
    if (!isAhead) {
      this.sent[this.sent.length < REMEMBERED ? this.sent.length : Math.floor(this.random() * REMEMBERED)] = made;
    }
    return made;
  }

  private span(isAhead: boolean): Span {
    const bytes = Buffer.from(Array.from({ length: 24 }, () => Math.floor(this.random() * 256)));
    // Half of them now, half by clocks up to two days slow.
    const skewMs = isAhead
      ? AHEAD_MS + this.random() * (2 * DAY_MS - AHEAD_MS)
      : this.random() < 0.5
        ? 0
        : -this.random() * 2 * DAY_MS;
    return { traceId: bytes.subarray(0, 16), spanId: bytes.subarray(16), startMs: Date.now() + Math.floor(skewMs) };
  }

  private pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.random() * from.length)];
  }

  private shuffled<T>(from: readonly T[]): T[] {
    return from
      .map((one) => ({ one, at: this.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }
}

function batch(spans: readonly Span[], isAhead: boolean): Batch {
  return { spans, isAhead, body: new Uint8Array(traceRequest(spans).protobuf) };
}

/** mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

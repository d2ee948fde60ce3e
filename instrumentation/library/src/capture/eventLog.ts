import { AsyncResource } from 'node:async_hooks';
import { asBuffer } from './asBuffer.ts';
import { guarded } from './guarded.ts';

/** Events and bytes held at most; then they are read: some 50 calls, a fraction of a millisecond. */
const MAX_EVENTS = 256;
const MAX_BYTES = 64 * 1024;
/** Larger chunks are read at once: copying them costs more than it saves. */
const MAX_COPIED = 8 * 1024;
/** Events read in one turn for who waits: a fifth of a millisecond. */
const PORTION = 64;
const LINGER_MS = 100;

const KIND = { sent: 0, headers: 1, received: 2, ended: 3, failed: 4 } as const;
const KIND_BITS = 3;
const KIND_MASK = 7;

/** What is done with events; called in the order they came in. */
export interface EventReader<Subject> {
  sent(subject: Subject, bytes: Buffer, from: number, to: number): void;
  headers(subject: Subject, status: number, headers: unknown): void;
  received(subject: Subject, bytes: Buffer, from: number, to: number): void;
  /** `tick` as `performance.now` was then. */
  ended(subject: Subject, tick: number, hasFailed: boolean, failure: unknown): void;
}

/**
 * Writes down what happens to exchanges and has it read later, many events in a row. Between two events of one call the
 * application runs, and the processor forgets our code and data: a call read event by event takes ten times as long as
 * one of many read in a row. Events of one exchange are read in their order, those of different ones in any. Memory is bounded; nothing waits longer than `lingerMs`, nor keeps the process alive.
 */
export class EventLog<Subject extends object> {
  readonly #reader: EventReader<Subject>;
  readonly #lingerMs: number;
  /** The timer must not hold on to the async context of whichever request woke it. */
  readonly #scope = new AsyncResource('ai-finops.capture');
  readonly #subjects: (Subject | undefined)[] = new Array<undefined>(MAX_EVENTS).fill(undefined);
  readonly #values: unknown[] = new Array<undefined>(MAX_EVENTS).fill(undefined);
  readonly #numbers = new Float64Array(MAX_EVENTS);
  /** Of each event its kind, and above it where its bytes end: they begin where those of the one before do. */
  readonly #marks = new Uint32Array(MAX_EVENTS);
  /** Behind what was noted: room for chunks of one exchange that others came between to be put together. */
  #bytes: Buffer | undefined;
  #count = 0;
  /** Of them, those that were read already. */
  #done = 0;
  #length = 0;
  #timer: NodeJS.Timeout | undefined;
  #isReading = false;
  /** What happens while events are read: a tracer's exporter may use fetch. */
  readonly #meanwhile: (() => void)[] = [];

  constructor(reader: EventReader<Subject>, lingerMs = LINGER_MS) {
    this.#reader = reader;
    this.#lingerMs = lingerMs;
  }

  sent(subject: Subject, chunk: Uint8Array): void {
    this.#chunk(KIND.sent, subject, chunk);
  }

  received(subject: Subject, chunk: Uint8Array): void {
    this.#chunk(KIND.received, subject, chunk);
  }

  headers(subject: Subject, status: number, headers: unknown): void {
    this.#note(KIND.headers, subject, status, headers);
  }

  ended(subject: Subject, hasFailed: boolean, failure: unknown): void {
    this.#note(hasFailed ? KIND.failed : KIND.ended, subject, performance.now(), failure);
  }

  /** Has everything read that was written down. */
  readonly readAll = (): void => this.#readNext(MAX_EVENTS);

  /** The same over several turns of the event loop, for who can wait: reads what is written down by now. */
  async readInTurns(): Promise<void> {
    for (let left = this.#count - this.#done; left > 0; left -= PORTION) {
      this.#readNext(PORTION);
      if (left > PORTION) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  #readNext(most: number): void {
    if (this.#isReading) {
      return;
    }
    this.#isReading = true;
    const enough = this.#done + most;
    // What happens meanwhile is read right after: nothing of the same exchange may be left before it.
    for (; this.#done < this.#count && (this.#done < enough || this.#meanwhile.length > 0); this.#done += 1) {
      if (this.#subjects[this.#done] !== undefined) {
        this.#readAt(this.#done);
      }
    }
    if (this.#done === this.#count) {
      this.#subjects.fill(undefined, 0, this.#count);
      this.#values.fill(undefined, 0, this.#count);
      this.#count = 0;
      this.#done = 0;
      this.#length = 0;
    }
    for (let at = 0; at < this.#meanwhile.length; at += 1) {
      guarded(this.#meanwhile[at] as () => void)(undefined);
    }
    this.#meanwhile.length = 0;
    this.#isReading = false;
  }

  #note(kind: number, subject: Subject, number: number, value: unknown): void {
    if (this.#isReading) {
      this.#noteMeanwhile(kind, subject, number, value);
      return;
    }
    if (this.#count === MAX_EVENTS) {
      this.readAll();
    }
    this.#numbers[this.#count] = number;
    this.#values[this.#count] = value;
    this.#add(kind, subject);
  }

  #chunk(kind: number, subject: Subject, chunk: Uint8Array): void {
    const { length } = chunk;
    if (this.#isReading) {
      this.#chunkMeanwhile(kind, subject, Buffer.from(chunk));
      return;
    }
    if (this.#count === MAX_EVENTS || this.#length + length > MAX_BYTES || length > MAX_COPIED) {
      this.readAll();
    }
    if (length > MAX_COPIED) {
      this.#readChunk(kind, subject, asBuffer(chunk), 0, length);
      return;
    }
    this.#bytes ??= Buffer.allocUnsafeSlow(2 * MAX_BYTES);
    this.#bytes.set(chunk, this.#length);
    this.#length += length;
    this.#add(kind, subject);
  }

  /** What comes while events are read waits for them. */
  #noteMeanwhile(kind: number, subject: Subject, number: number, value: unknown): void {
    this.#meanwhile.push(() => this.#read(kind, subject, number, value));
  }

  #chunkMeanwhile(kind: number, subject: Subject, copy: Buffer): void {
    this.#meanwhile.push(() => this.#readChunk(kind, subject, copy, 0, copy.length));
  }

  #add(kind: number, subject: Subject): void {
    const at = this.#count;
    this.#subjects[at] = subject;
    this.#marks[at] = (this.#length << KIND_BITS) | kind;
    this.#count = at + 1;
    if (this.#timer === undefined) {
      this.#scope.runInAsyncScope(() => this.#linger());
    }
  }

  readonly #readAt = guarded((at: number) => {
    const kind = this.#kindOf(at);
    const subject = this.#subjects[at] as Subject;
    if (kind === KIND.received) {
      this.#readRun(at, subject);
    } else if (kind === KIND.sent) {
      this.#readChunk(kind, subject, this.#bytes as Buffer, this.#endOf(at - 1), this.#endOf(at));
    } else {
      this.#read(kind, subject, this.#numbers[at] as number, this.#values[at]);
    }
  });

  /**
   * Reads as one all chunks of an exchange up to whatever else happens to it, also where other exchanges' events lie
   * between: what was cut in two is whole again, which of ten streams at once saves half the time and most of the memory.
   */
  #readRun(at: number, subject: Subject): void {
    const bytes = this.#bytes as Buffer;
    let from = this.#endOf(at - 1);
    let to = this.#endOf(at);
    for (let next = at + 1; next < this.#count; next += 1) {
      if (this.#subjects[next] !== subject) {
        continue;
      }
      if (this.#kindOf(next) !== KIND.received) {
        break;
      }
      this.#subjects[next] = undefined;
      const start = this.#endOf(next - 1);
      const end = this.#endOf(next);
      if (start !== to) {
        if (from < MAX_BYTES) {
          bytes.copyWithin(MAX_BYTES, from, to);
          to += MAX_BYTES - from;
          from = MAX_BYTES;
        }
        bytes.copyWithin(to, start, end);
      }
      to += end - start;
    }
    this.#readChunk(KIND.received, subject, bytes, from, to);
  }

  #kindOf(at: number): number {
    return (this.#marks[at] as number) & KIND_MASK;
  }

  /** Where the bytes of an event end; 0 of none. */
  #endOf(at: number): number {
    return at < 0 ? 0 : (this.#marks[at] as number) >>> KIND_BITS;
  }

  #readChunk(kind: number, subject: Subject, bytes: Buffer, from: number, to: number): void {
    if (kind === KIND.received) {
      this.#reader.received(subject, bytes, from, to);
    } else {
      this.#reader.sent(subject, bytes, from, to);
    }
  }

  #read(kind: number, subject: Subject, number: number, value: unknown): void {
    if (kind === KIND.headers) {
      this.#reader.headers(subject, number, value);
    } else {
      this.#reader.ended(subject, number, kind === KIND.failed, value);
    }
  }

  #linger(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.readAll();
    }, this.#lingerMs).unref();
  }
}

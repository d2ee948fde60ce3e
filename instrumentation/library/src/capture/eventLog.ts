import { AsyncResource } from 'node:async_hooks';
import { asBuffer } from './asBuffer.ts';
import { guarded } from './guarded.ts';

/** Events and bytes held at most; then they are read: some 50 calls, a fraction of a millisecond. */
const MAX_EVENTS = 256;
const MAX_BYTES = 64 * 1024;
/** Larger chunks are read at once: copying them costs more than it saves. */
const MAX_COPIED = 8 * 1024;
const LINGER_MS = 100;

const KIND = { sent: 0, headers: 1, received: 2, ended: 3, failed: 4 } as const;

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
 * one of many read in a row. Memory is bounded; nothing waits longer than `lingerMs`, nor keeps the process alive.
 */
export class EventLog<Subject extends object> {
  readonly #reader: EventReader<Subject>;
  readonly #lingerMs: number;
  /** The timer must not hold on to the async context of whichever request woke it. */
  readonly #scope = new AsyncResource('ai-finops.capture');
  readonly #kinds = new Uint8Array(MAX_EVENTS);
  readonly #subjects: (Subject | undefined)[] = new Array<undefined>(MAX_EVENTS).fill(undefined);
  readonly #values: unknown[] = new Array<undefined>(MAX_EVENTS).fill(undefined);
  readonly #numbers = new Float64Array(MAX_EVENTS);
  /** Where the bytes of each event end; they begin where those of the one before do. */
  readonly #ends = new Uint32Array(MAX_EVENTS);
  #bytes: Buffer | undefined;
  #count = 0;
  #length = 0;
  /** While events are read: the next one. */
  #after = 0;
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
  readonly readAll = (): void => {
    if (this.#isReading) {
      return;
    }
    this.#isReading = true;
    for (let at = 0; at < this.#count; at = this.#after) {
      this.#after = this.#endOfRun(at);
      this.#readRun(at);
    }
    this.#subjects.fill(undefined, 0, this.#count);
    this.#values.fill(undefined, 0, this.#count);
    this.#count = 0;
    this.#length = 0;
    for (let at = 0; at < this.#meanwhile.length; at += 1) {
      guarded(this.#meanwhile[at] as () => void)(undefined);
    }
    this.#meanwhile.length = 0;
    this.#isReading = false;
  };

  #note(kind: number, subject: Subject, number: number, value: unknown): void {
    if (this.#isReading) {
      this.#meanwhile.push(() => this.#read(kind, subject, number, value));
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
      const copy = Buffer.from(chunk);
      this.#meanwhile.push(() => this.#readChunk(kind, subject, copy, 0, length));
      return;
    }
    if (this.#count === MAX_EVENTS || this.#length + length > MAX_BYTES || length > MAX_COPIED) {
      this.readAll();
    }
    if (length > MAX_COPIED) {
      this.#readChunk(kind, subject, asBuffer(chunk), 0, length);
      return;
    }
    this.#bytes ??= Buffer.allocUnsafeSlow(MAX_BYTES);
    this.#bytes.set(chunk, this.#length);
    this.#length += length;
    this.#add(kind, subject);
  }

  #add(kind: number, subject: Subject): void {
    const at = this.#count;
    this.#kinds[at] = kind;
    this.#subjects[at] = subject;
    this.#ends[at] = this.#length;
    this.#count = at + 1;
    if (this.#timer === undefined) {
      this.#scope.runInAsyncScope(() => this.#linger());
    }
  }

  /** Chunks of one exchange that follow each other are read as one; lines that were cut are whole again. */
  #endOfRun(at: number): number {
    const kind = this.#kinds[at];
    let end = at + 1;
    if (kind === KIND.received) {
      while (end < this.#count && this.#kinds[end] === kind && this.#subjects[end] === this.#subjects[at]) {
        end += 1;
      }
    }
    return end;
  }

  readonly #readRun = guarded((at: number) => {
    const kind = this.#kinds[at] as number;
    const subject = this.#subjects[at] as Subject;
    if (kind === KIND.received || kind === KIND.sent) {
      const from = at === 0 ? 0 : (this.#ends[at - 1] as number);
      this.#readChunk(kind, subject, this.#bytes as Buffer, from, this.#ends[this.#after - 1] as number);
    } else {
      this.#read(kind, subject, this.#numbers[at] as number, this.#values[at]);
    }
  });

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

import { diag } from '@opentelemetry/api';
import { AsyncResource } from 'node:async_hooks';
import type { DeliveryHealth } from './deliveryHealth.ts';
import type { Envelope } from './encodeEnvelope.ts';
import { Pause } from './pause.ts';
import type { Post, PostResult } from './postOtlp.ts';
import { ProtoWriter } from './protoWriter.ts';
import { sealBatch, type SealedBatch } from './sealedBatch.ts';

const MAX_BATCH = 512;
/** A batch of 512 takes up to 512 KiB; many are smaller. */
const FIRST_CAPACITY = 64 * 1024;
const LINGER_MS = 1000;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 30_000;
/** Within a flush somebody waits: short pauses. A ledger that restarts is back within a second or two. */
const FLUSH_BACKOFF_MS = 150;
const REPORT_EVERY_MS = 5000;

export interface ExporterOptions {
  readonly post: Post;
  readonly envelope: Envelope;
  /** Bytes held at most, waiting records and requests under way together. */
  readonly maxQueueBytes: number;
}

/**
 * Takes encoded records and delivers them at least once: in batches, retried until they arrive or the queue is full.
 * Never throws, never blocks, never keeps the process alive except within `flush`.
 */
export class RecordExporter {
  readonly health: DeliveryHealth = {
    recorded: 0,
    delivered: 0,
    droppedQueueFull: 0,
    droppedRefused: 0,
    rejected: 0,
    lostAtExit: 0,
  };
  readonly #options: ExporterOptions;
  /** Timers and sockets must not hold on to the async context of whichever request woke them. */
  readonly #scope = new AsyncResource('ai-finops.export');
  /** Room for what stands before the records: a request is made where they are. */
  readonly #headroom: number;
  #open: ProtoWriter;
  /** One that was sealed and is compressed, for the next batch: new memory costs more than all else that sealing does. */
  #idle: ProtoWriter | undefined;
  #openRecords = 0;
  #sealedRecords = 0;
  #sealedBytes = 0;
  readonly #queue: SealedBatch[] = [];
  readonly #pause = new Pause();
  #timer: NodeJS.Timeout | undefined;
  #isPumping = false;
  #failures = 0;
  #flushes = new Set<(isDelivered: boolean) => void>();
  #unreported = 0;
  #reportedAt = 0;

  constructor(options: ExporterOptions) {
    this.#options = options;
    this.#headroom = options.envelope(2 ** 40).length;
    this.#open = this.#makeWriter();
  }

  /** Records not yet acknowledged. */
  get pending(): number {
    return this.#openRecords + this.#sealedRecords;
  }

  /** Queues one encoded `Span`; the bytes are copied. */
  add(span: Uint8Array): void {
    this.health.recorded += 1;
    if (this.#open.length + this.#sealedBytes + span.length > this.#options.maxQueueBytes) {
      this.health.droppedQueueFull += 1;
      this.#reportDrop(1, 'the queue is full: the ledger cannot be reached, or not fast enough');
      return;
    }
    this.#open.message(2, span);
    this.#openRecords += 1;
    if (this.#openRecords >= MAX_BATCH) {
      this.#seal();
    } else if (this.#timer === undefined) {
      this.#scope.runInAsyncScope(() => this.#linger());
    }
  }

  /** Sends everything now. True once all is acknowledged, false after `timeoutMs`; retrying goes on. */
  async flush(timeoutMs: number): Promise<boolean> {
    this.#seal();
    if (this.pending === 0) {
      return true;
    }
    return new Promise((resolve) => {
      // Not unref'ed: this is what keeps the process alive while it flushes.
      const timer = setTimeout(() => settle(false), timeoutMs);
      const settle = (isDelivered: boolean) => {
        clearTimeout(timer);
        this.#flushes.delete(settle);
        resolve(isDelivered);
      };
      this.#flushes.add(settle);
      this.#failures = 0;
      this.#pause.end();
    });
  }

  /** Counts what is left as lost: the process is ending. */
  abandon(): void {
    const left = this.pending;
    if (left > 0) {
      this.health.lostAtExit += left;
      this.#reportedAt = 0;
      this.#reportDrop(left, 'the process ended before they were sent: call flush() before process.exit()');
    }
  }

  #linger(): void {
    this.#timer = setTimeout(() => {
      if (this.#failures > 0) {
        // Nothing gets through now: fuller batches compress better, and are fewer to send later.
        this.#linger();
      } else {
        this.#seal();
      }
    }, LINGER_MS).unref();
  }

  #seal(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#openRecords > 0) {
      const writer = this.#open;
      const request = writer.bytesAfter(this.#options.envelope(writer.length - this.#headroom));
      const batch = sealBatch(request, this.#openRecords, () => {
        writer.clear();
        this.#idle = writer;
        this.#weigh();
      });
      this.#open = this.#idle ?? this.#makeWriter();
      this.#idle = undefined;
      this.#sealedRecords += batch.records;
      this.#queue.push(batch);
      this.#openRecords = 0;
      this.#weigh();
    }
    if (!this.#isPumping && this.#queue.length > 0) {
      this.#isPumping = true;
      this.#scope.runInAsyncScope(() => void this.#pump());
    }
  }

  #makeWriter(): ProtoWriter {
    return new ProtoWriter(FIRST_CAPACITY, this.#headroom);
  }

  #weigh(): void {
    this.#sealedBytes = this.#queue.reduce((sum, batch) => sum + batch.bytes, 0);
  }

  async #pump(): Promise<void> {
    for (let batch = this.#queue[0]; batch !== undefined; batch = this.#queue[0]) {
      const result = await batch.body.then(this.#options.post).catch(unsendable);
      if (result.kind === 'retry') {
        await this.#rest(batch, result);
      } else {
        this.#failures = 0;
        this.#queue.splice(this.#queue.indexOf(batch), 1);
        this.#sealedRecords -= batch.records;
        this.#weigh();
        this.#settle(batch, result);
      }
    }
    this.#isPumping = false;
    this.#endFlushes(true);
  }

  async #rest(batch: SealedBatch, { reason, afterMs }: PostResult & { kind: 'retry' }): Promise<void> {
    this.#failures += 1;
    diag.debug(`ai-finops: sending ${batch.records} records failed (${reason}); they are kept and sent again`);
    // To the end: one request that the ledger cannot digest must not hold up the others.
    this.#queue.push(...this.#queue.splice(this.#queue.indexOf(batch), 1));
    const backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(10, this.#failures - 1));
    const jittered = backoff * (0.5 + Math.random() / 2);
    await this.#pause.start(this.#flushes.size > 0 ? FLUSH_BACKOFF_MS : Math.max(afterMs ?? 0, jittered));
  }

  #settle(batch: SealedBatch, result: PostResult): void {
    if (result.kind === 'refused') {
      this.health.droppedRefused += batch.records;
      this.#reportDrop(batch.records, `the endpoint refused them: ${result.reason}`);
    } else if (result.kind === 'accepted') {
      const rejected = Math.min(batch.records, result.partial.rejected);
      this.health.delivered += batch.records - rejected;
      this.health.rejected += rejected;
      if (rejected > 0) {
        this.#reportDrop(rejected, `the ledger rejected them: ${result.partial.message}`);
      }
    }
  }

  #endFlushes(isDelivered: boolean): void {
    for (const settle of [...this.#flushes]) {
      settle(isDelivered);
    }
  }

  #reportDrop(records: number, why: string): void {
    this.#unreported += records;
    const now = performance.now();
    if (this.#reportedAt === 0 || now - this.#reportedAt > REPORT_EVERY_MS) {
      diag.error(`ai-finops: ${this.#unreported} money records lost: ${why}`);
      this.#unreported = 0;
      this.#reportedAt = now;
    }
  }
}

/** What cannot even be compressed cannot be sent later either. */
function unsendable(error: unknown): PostResult {
  return { kind: 'refused', reason: String(error) };
}

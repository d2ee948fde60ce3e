import { asBuffer } from '../asBuffer.ts';
import type { BatchTimes } from '../batchTimes.ts';
import type { CapturedCall } from '../capturedCall.ts';
import { header } from '../header.ts';
import { fieldNode, type FieldNode } from '../wire/fieldNode.ts';
import type { BatchFields } from './batchFields.ts';
import type { BatchFormat } from './batchFormat.ts';
import { bodyInflater, type BodyInflater } from './bodyInflater.ts';
import { LineScanner } from './lineScanner.ts';

/** What all calls of one download have in common. */
export type DownloadStart = Pick<
  CapturedCall,
  'provider' | 'account' | 'serverAddress' | 'serverPort' | 'attribution' | 'context'
> & {
  readonly format: BatchFormat;
  /** What the batch goes by in the path. */
  readonly name: string;
  /** Whether these are the results; else it is the batch itself. */
  readonly isResults: boolean;
};

/** When batches were handed in and ended, by the names of their results. */
export type BatchEnds = Map<string, BatchTimes>;

const OPERATIONS: Readonly<Record<string, string>> = { list: 'embeddings', text_completion: 'text_completion' };
/** A process follows few batches at a time. */
const MAX_ENDS = 1000;
const nodes = new WeakMap<object, FieldNode>();

/** One fetch of a batch or of its results, read as its bytes pass: each line that was answered is a call. */
export class BatchDownload {
  source: 'channel' | 'shadow' | undefined;
  readonly #start: DownloadStart;
  readonly #ends: BatchEnds;
  readonly #onCall: (call: CapturedCall) => void;
  readonly #lines: LineScanner;
  #body: BodyInflater | undefined;
  /** Lines that were answered at a time nobody knows: they cannot be told from their next download. */
  undated = 0;

  constructor(start: DownloadStart, ends: BatchEnds, onCall: (call: CapturedCall) => void) {
    this.#start = start;
    this.#ends = ends;
    this.#onCall = onCall;
    const tree = start.isResults ? start.format.line : start.format.status;
    let node = nodes.get(tree);
    if (node === undefined) {
      node = fieldNode(tree);
      nodes.set(tree, node);
    }
    this.#lines = new LineScanner(node, (fields: BatchFields) =>
      start.isResults ? this.#readLine(fields) : this.#readBatch(fields)
    );
  }

  readRequest(): void {
    // A GET has no body.
  }

  readHeaders(status: number, headers: unknown): void {
    if (status === 200) {
      const encoding = header(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
      this.#body = bodyInflater(encoding, (bytes) => this.#lines.write(asBuffer(bytes)));
    }
  }

  readResponse(chunk: Uint8Array): void {
    this.#body?.write(chunk);
  }

  async end(): Promise<void> {
    await this.#body?.end();
    this.#lines.end();
  }

  #readBatch(fields: BatchFields): void {
    const { outputFile, errorFile } = fields;
    const finishedMs = timeOf(fields.endedSeconds, fields.endedAt);
    if (finishedMs !== undefined) {
      const times = { submittedMs: timeOf(fields.submittedSeconds, fields.submittedAt), finishedMs };
      for (const name of [this.#start.name, outputFile, errorFile]) {
        if (name !== undefined) {
          this.#ends.set(name, times);
        }
      }
      while (this.#ends.size > MAX_ENDS) {
        this.#ends.delete(this.#ends.keys().next().value as string);
      }
    }
  }

  #readLine(fields: BatchFields): void {
    const { format, name, provider, account, serverAddress, serverPort, attribution, context } = this.#start;
    const usage = format.usage(fields);
    if (usage === undefined || fields.customId === undefined) {
      return;
    }
    const { createdSeconds } = fields;
    const batch = this.#ends.get(name);
    const atMs = createdSeconds === undefined ? batch?.finishedMs : createdSeconds * 1000;
    if (atMs === undefined) {
      this.undated += 1;
      return;
    }
    this.#onCall({
      identity: `${provider}\n${fields.lineId ?? name}\n${fields.customId}`,
      provider,
      operation: OPERATIONS[fields.object ?? ''] ?? 'chat',
      requestModel: undefined,
      responseModel: fields.model,
      responseId: fields.id,
      isStream: false,
      finishReason: fields.finishReason,
      serviceTier: 'batch',
      speed: fields.speed,
      inferenceGeo: fields.inferenceGeo,
      providerCostUsd: undefined,
      usage,
      isUsagePartial: false,
      usageUnknown: undefined,
      status: 'ok',
      httpStatus: 200,
      errorType: undefined,
      attempt: 1,
      account,
      serverAddress,
      serverPort,
      batch,
      startMs: atMs,
      endMs: atMs,
      attribution,
      context,
    });
  }
}

/** ms since the epoch. */
function timeOf(seconds: number | undefined, iso: string | undefined): number | undefined {
  const ms = seconds === undefined ? Date.parse(iso ?? '') : seconds * 1000;
  return Number.isFinite(ms) ? ms : undefined;
}

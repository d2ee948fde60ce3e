import type { DecodedTraces } from '../intake/decodeTraces.ts';
import type { TraceBody } from '../intake/traceBody.ts';
import type { TraceOutcome } from '../intake/traceOutcome.ts';
import { decodeBody } from './decodeBody.ts';
import type { Keeper } from './keeper.ts';
import type { StoreReply } from './storeMessage.ts';

interface Waiting {
  readonly id: number;
  readonly decoded: DecodedTraces;
}

/** Bodies decoded and waiting for the next commit. */
export class CommitQueue {
  private rows = 0;
  private waiting: Waiting[] = [];
  private answers: { id: number; outcome: TraceOutcome }[] = [];
  private read = { received: 0, shown: 0, foreign: 0, superseded: 0 };
  private readonly keeper: Keeper;
  private readonly maxInflatedBytes: number;

  constructor(keeper: Keeper, maxInflatedBytes: number) {
    this.keeper = keeper;
    this.maxInflatedBytes = maxInflatedBytes;
  }

  /** Work waiting: rows to insert, and bodies to answer. */
  get size(): number {
    return this.rows + this.waiting.length + this.answers.length;
  }

  add(id: number, body: TraceBody): void {
    const decoded = decodeBody(body, this.maxInflatedBytes);
    if ('kind' in decoded) {
      this.answers.push({ id, outcome: decoded });
      return;
    }
    this.read.received += decoded.received;
    this.read.shown += decoded.ignored.shown;
    this.read.foreign += decoded.ignored.foreign;
    this.read.superseded += decoded.ignored.superseded;
    this.rows += decoded.records.length + decoded.work.length + decoded.foreign.length + (decoded.points?.length ?? 0);
    this.waiting.push({ id, decoded });
  }

  /** Commits what waits and says what to answer; undefined when nothing came. */
  flush(): StoreReply | undefined {
    const { waiting, answers, read } = this;
    this.rows = 0;
    this.waiting = [];
    this.answers = [];
    this.read = { received: 0, shown: 0, foreign: 0, superseded: 0 };
    if (waiting.length === 0) {
      return answers.length > 0 ? { kind: 'committed', answers, read, delta: undefined } : undefined;
    }
    try {
      const { refused, delta } = this.keeper.book(
        waiting.map(({ decoded }) => decoded.records),
        waiting.map(({ decoded }) => decoded)
      );
      waiting.forEach(({ id, decoded }, index) => {
        const outcome: TraceOutcome = { kind: 'kept', refused: { ...refused[index], ...decoded.invalid } };
        answers.push({ id, outcome });
      });
      return { kind: 'committed', answers, read, delta };
    } catch (error) {
      const message = `the books cannot be written: ${error instanceof Error ? error.message : String(error)}`;
      waiting.forEach(({ id }) => answers.push({ id, outcome: { kind: 'unavailable', message } }));
      return { kind: 'committed', answers, read, delta: undefined };
    }
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { LogState } from './logState.ts';
import { programBeside } from './programBeside.ts';

/**
 * Pages of the write-ahead log after which it is copied to the file. Calls out of order land on the same few thousand pages
 * commit after commit, and a page is copied once however often it was written. Some 1,500 come while it is copied. At
 * 20,000 calls a second, 20 a request, p99 of an acknowledgement was 52 to 95 ms with 3,000 pages, 35 to 55 with 8,000 and
 * 38 to 43 with 16,000.
 */
const PAGES = 12_000;
/** A log this many times as long SQLite copies itself, in the commit that finds it so. */
const AT_MOST = 4;
/**
 * A log that grew beyond this, because the disk was busy, is cut back when it starts over. To cut it back each time cost
 * 30 ms, and every commit after that had to lengthen the file again.
 */
const KEPT_BYTES = 64 * 2 ** 20;

/** By version: one that does not know the word would checkpoint each time it is asked how long the log is. */
const TELLS_LENGTH = isFrom(3, 51);

interface Copier {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/**
 * Keeps the write-ahead log short without a commit that waits for it: to copy 4,000 pages took the writer as long as three
 * commits, several times a second under load. A thread beside it copies, in passes that grow shorter; the writer copies the
 * little that came during the last, so that the log is in the file to its end and its next commit starts it over. Without
 * that step a log that is always written to would never end.
 *
 * Where there can be no such thread SQLite copies during commits, as `openDatabase` has it.
 */
export class Checkpoints {
  private readonly state: StatementSync;
  private readonly finish: StatementSync;
  private readonly database: DatabaseSync;
  private readonly path: string;
  private readonly pages: number;
  private readonly ownPages: number;
  private copier: Copier | undefined;
  private isCopying = false;
  private isOver = !TELLS_LENGTH;

  /** @param database the writer's connection to `path` */
  constructor(database: DatabaseSync, path: string, pages = PAGES) {
    this.database = database;
    this.path = path;
    this.pages = pages;
    this.ownPages = Number(database.prepare('PRAGMA wal_autocheckpoint').get()?.['wal_autocheckpoint']);
    this.state = database.prepare(`PRAGMA wal_checkpoint(${TELLS_LENGTH ? 'NOOP' : 'PASSIVE'})`);
    this.finish = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
    if (!this.isOver) {
      database.exec(`PRAGMA journal_size_limit = ${KEPT_BYTES}`);
      this.letGrowTo(pages * AT_MOST);
    }
  }

  /** Has the log copied where it is long. Call it between commits, once they are acknowledged. */
  tend(): void {
    if (this.isOver) {
      return;
    }
    // Under load messages of one port keep those of another waiting, for as many as a thousand commits.
    if (this.isCopying && this.copier && receiveMessageOnPort(this.copier.port)) {
      this.copied();
    }
    if (!this.isCopying && this.waitingPages() >= this.pages) {
      this.isCopying = true;
      this.copier ??= this.start();
      this.copier.port.postMessage('copy');
    }
  }

  /** Resolves once the thread is gone, and the log is the writer's alone. */
  async stop(): Promise<void> {
    this.isOver = true;
    const { copier } = this;
    if (copier) {
      const gone = new Promise((resolve) => copier.worker.once('exit', resolve));
      copier.port.close();
      await gone;
    }
  }

  private start(): Copier {
    const { port1: port, port2 } = new MessageChannel();
    const worker = new Worker(programBeside('checkpointThread', import.meta.url), {
      workerData: { path: this.path, port: port2 },
      transferList: [port2],
    });
    port.on('message', () => this.copied());
    worker.on('error', () => {
      this.copier = undefined;
      this.isOver = true;
      this.letGrowTo(this.ownPages);
    });
    return { worker, port };
  }

  private copied(): void {
    this.isCopying = false;
    try {
      this.finish.get();
    } catch {
      // The log stays as it is, and is copied another time: a full disk is for the next commit to tell of.
    }
  }

  /** Pages of the log that are not in the file yet. Books that cannot be read are for the next commit to tell of. */
  private waitingPages(): number {
    try {
      const { log, checkpointed } = this.state.get() as unknown as LogState;
      return log - checkpointed;
    } catch {
      return 0;
    }
  }

  private letGrowTo(pages: number): void {
    this.database.exec(`PRAGMA wal_autocheckpoint = ${pages}`);
  }
}

function isFrom(major: number, minor: number): boolean {
  const [ofMajor = 0, ofMinor = 0] = (process.versions['sqlite'] ?? '').split('.').map(Number);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}

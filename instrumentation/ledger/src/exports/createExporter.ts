import { Worker } from 'node:worker_threads';
import { programBeside } from '../store/programBeside.ts';
import type { ExportSummary } from './exportSummary.ts';

export interface Exporter {
  /** Brings the folder up to the books; where a run is under way, once more after it. Never rejects. */
  run(): void;
  /** Cuts a run off; the next one goes on. */
  stop(): Promise<void>;
}

export interface ExporterEvents {
  done(summary: ExportSummary, seconds: number): void;
  failed(error: Error): void;
}

/** The scheduled export of calls, in a thread of its own, one run at a time. */
export function createExporter(
  settings: { readonly path: string; readonly out: string },
  events: ExporterEvents
): Exporter {
  let worker: Worker | undefined;
  let isWanted = false;
  let isStopped = false;

  const run = () => {
    if (worker || isStopped) {
      isWanted = true;
      return;
    }
    isWanted = false;
    const started = performance.now();
    worker = new Worker(programBeside('exportThread', import.meta.url), { workerData: settings });
    worker.once('message', (summary: ExportSummary) => events.done(summary, (performance.now() - started) / 1_000));
    worker.once('error', (error: unknown) => events.failed(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => {
      worker = undefined;
      if (isWanted) {
        run();
      }
    });
  };

  return {
    run,
    async stop() {
      isStopped = true;
      await worker?.terminate();
    },
  };
}

import { parentPort, workerData } from 'node:worker_threads';
import { exportCalls } from './exportCalls.ts';
import type { ExportSummary } from './exportSummary.ts';

/** A thread of its own for the scheduled export: gzip and JSON of a day's calls would hold up the intake. */
const { path, out } = workerData as { readonly path: string; readonly out: string };
const summary: ExportSummary = { written: [], moved: 0, calls: 0 };
for await (const { day, outcome, calls } of exportCalls(path, out)) {
  if (outcome === 'written') {
    summary.written.push(day);
    summary.calls += calls;
  }
  summary.moved += outcome === 'moved' ? 1 : 0;
}
parentPort?.postMessage(summary);

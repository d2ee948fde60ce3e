import type { LedgerMetrics } from '../books/createLedgerMetrics.ts';
import { createExporter, type Exporter } from '../exports/createExporter.ts';
import { dayText } from '../store/dayText.ts';
import type { Log } from './createLog.ts';

/** Keeps a folder for the warehouse up to the books: at start, and whenever days were closed. Nothing without a folder. */
export function startExports(
  { path, out }: { readonly path: string; readonly out: string | undefined },
  metrics: Pick<LedgerMetrics, 'exported'>,
  log: Log
): Exporter {
  if (out === undefined) {
    return { run: () => undefined, stop: async () => undefined };
  }
  const exporter = createExporter(
    { path, out },
    {
      done({ written, moved, calls }, seconds) {
        metrics.exported(calls);
        const [first, last] = [written[0], written.at(-1)];
        if (first !== undefined && last !== undefined) {
          const days = { days: written.length, from: dayText(first), through: dayText(last), moved };
          log('info', 'calls exported', { ...days, calls, seconds: Math.round(seconds * 10) / 10 });
        }
      },
      failed(error) {
        metrics.exported(undefined);
        log('error', 'calls could not be exported: it is tried again after the next close', { error: error.message });
      },
    }
  );
  exporter.run();
  return exporter;
}

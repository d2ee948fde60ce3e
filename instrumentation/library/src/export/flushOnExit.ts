/** What exit handling needs of the exporter. */
export interface ExitActions {
  /** Records ever taken. */
  readonly recorded: () => number;
  readonly flush: (timeoutMs: number) => Promise<unknown>;
  /** Counts what is left as lost. */
  readonly abandon: () => void;
}

/** How long an ending process may wait for us, at most. */
const EXIT_MS = 3000;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Flushes when the process runs out of work, and on SIGTERM and SIGINT. Where the application handles the signal itself, it
 * decides what happens; where it does not, the process still dies of the signal, once flushed. Returns how to undo it.
 */
export function flushOnExit({ recorded, flush, abandon }: ExitActions): () => void {
  let flushedAt = 0;
  const beforeExit = () => {
    // 'beforeExit' comes again after every flush: once for each new record is enough, or a dead ledger holds us for ever.
    if (flushedAt !== recorded()) {
      flushedAt = recorded();
      void flush(EXIT_MS);
    }
  };

  let isDying = false;
  const onSignal = (signal: NodeJS.Signals) => {
    // We stand first in line, so listeners that remove themselves are still counted.
    const isAlone = process.listenerCount(signal) === 1;
    const die = () => {
      process.off(signal, onSignal);
      process.kill(process.pid, signal);
    };
    if (!isAlone) {
      void flush(EXIT_MS);
    } else if (isDying || recorded() === 0) {
      die();
    } else {
      isDying = true;
      void flush(EXIT_MS).finally(die);
    }
  };

  process.on('beforeExit', beforeExit);
  process.on('exit', abandon);
  for (const signal of SIGNALS) {
    process.prependListener(signal, onSignal);
  }
  return () => {
    process.off('beforeExit', beforeExit);
    process.off('exit', abandon);
    for (const signal of SIGNALS) {
      process.off(signal, onSignal);
    }
  };
}

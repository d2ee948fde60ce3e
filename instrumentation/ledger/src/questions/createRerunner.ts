export interface Rerunner {
  /** Runs anew, after the run that is under way where there is one; the caller need not wait. */
  run(): void;
  /** A run that is under way need not go on. */
  isStopped(): boolean;
  /** No run begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * For what is asked of the books after each change, however fast changes come: one run at a time, and one more for all
 * that came meanwhile. What fails because it was stopped is no failure.
 */
export function createRerunner(once: () => Promise<void>, failed: (error: Error) => void): Rerunner {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const loop = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await once();
      } catch (error) {
        if (!isStopped) {
          failed(error instanceof Error ? error : new Error(String(error)));
        }
      }
    }
    running = undefined;
  };

  return {
    run() {
      isWanted = true;
      running ??= loop();
    },
    isStopped: () => isStopped,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

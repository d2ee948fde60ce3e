import type { FoundPolicy } from '../questions/policy.ts';

export interface PolicyWatch {
  /** Looks anew, after the look that is under way where there is one; the caller need not wait. */
  run(): void;
  /** As of the newest look; undefined before the first close. */
  current(): FoundPolicy | undefined;
  stop(): Promise<void>;
}

/** Keeps what is found up to the closed books and the owners file: `run` after each change of either. */
export function createPolicyWatch(
  look: () => Promise<FoundPolicy | undefined>,
  failed: (error: Error) => void
): PolicyWatch {
  let newest: FoundPolicy | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const loop = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        newest = await look();
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
    current: () => newest,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

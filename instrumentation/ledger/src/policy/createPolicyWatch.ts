import { createRerunner, type Rerunner } from '../questions/createRerunner.ts';
import type { FoundPolicy } from '../questions/policy.ts';

export interface PolicyWatch extends Pick<Rerunner, 'run' | 'stop'> {
  /** As of the newest look; undefined before the first close. */
  current(): FoundPolicy | undefined;
}

/** Keeps what is found up to the closed books and the owners file: `run` after each change of either. */
export function createPolicyWatch(
  look: () => Promise<FoundPolicy | undefined>,
  failed: (error: Error) => void
): PolicyWatch {
  let newest: FoundPolicy | undefined;
  const { run, stop } = createRerunner(async () => {
    newest = await look();
  }, failed);
  return { run, current: () => newest, stop };
}

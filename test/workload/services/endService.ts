import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningService } from './runningService.ts';

/** Long enough to answer what is under way and to flush; a service that is not gone by then hangs. */
const PATIENCE_MS = 10_000;

/** Ends a service and waits until it is gone. One that does not end by itself is killed, and that is said. */
export async function endService({ name, process: child }: RunningService): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = new AbortController();
  const late = sleep(PATIENCE_MS, 'late', { signal: patience.signal }).catch(() => undefined);
  if ((await Promise.race([ended, late])) === 'late') {
    console.error(`${name} did not end in ${PATIENCE_MS / 1000} s and was killed`);
    child.kill('SIGKILL');
    await ended;
  }
  patience.abort();
}

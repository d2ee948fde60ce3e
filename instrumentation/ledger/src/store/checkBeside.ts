import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { programBeside } from './programBeside.ts';

/**
 * Checks all of the books while they are written, in a process of its own: SQLite can not be broken off, a process can, and
 * it gives way to the ledger.
 *
 * @param done what is broken, or nothing
 * @returns call it to end the check without an answer
 */
export function checkBeside(
  path: string,
  { done, failed }: { done(damage: string | undefined): void; failed(error: Error): void }
): () => void {
  const program = fileURLToPath(programBeside('checkProcess', import.meta.url));
  let isStopped = false;
  const child = execFile(process.execPath, [program, path], (error, damage, said) => {
    if (isStopped) {
      return;
    }
    if (error) {
      failed(new Error(said.trim().split('\n').at(-1) || error.message));
    } else {
      done(damage || undefined);
    }
  });
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended already, or the system knows no priorities.
    }
  }
  return () => {
    isStopped = true;
    child.kill('SIGKILL');
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { waitFor } from '../../../provisioning/embedded/waitFor.mjs';

export interface Usage {
  readonly cpuMs: number;
  readonly rssMiB: number;
}

/** A server under measurement, in a process of its own. */
export interface Server {
  /** From its start until it answered, milliseconds. */
  readonly readyMs: number;
  usage(): Promise<Usage>;
  /** Ends it and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `node SCRIPT ARGS` and waits until `url` answers. */
export async function startServer(script: string, args: readonly string[], url: string): Promise<Server> {
  const began = performance.now();
  const usage = path.join(import.meta.dirname, 'reportUsage.mjs');
  const child = spawn(process.execPath, ['--import', usage, script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  await waitFor(url, 60);
  return {
    readyMs: performance.now() - began,
    async usage() {
      const answered = once(child, 'message');
      child.send('usage');
      return ((await answered) as [Usage])[0];
    },
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}

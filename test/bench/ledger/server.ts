import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Usage {
  readonly cpuMs: number;
  readonly rssMiB: number;
  /** The longest turn of the main loop since it was asked last. */
  readonly stallMs: number;
  /** The most CPU that the main thread took at a time: a turn, without what it waited for the machine. */
  readonly turnCpuMs: number;
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
export async function startServer(
  script: string,
  args: readonly string[],
  url: string,
  env: Record<string, string> = {}
): Promise<Server> {
  const began = performance.now();
  const usage = path.join(import.meta.dirname, 'reportUsage.mjs');
  const child = spawn(process.execPath, ['--import', usage, script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  await untilAnswered(url);
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

/** Asked every 10 ms: how long a start takes is measured by it. */
async function untilAnswered(url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; ;) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false
      )
    ) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`${url} did not answer within 60 s`);
    }
    await sleep(10);
  }
}

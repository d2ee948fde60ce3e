import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from './waitFor.mjs';

const PATIENCE_SECONDS = 10;

/** The processes of one stack: started one by one, ended in reverse, never left behind. */
export class Parts {
  #running = [];
  #logs;
  #ending = false;

  /** Called once when a part ends that nobody asked to end. */
  onDeath = () => {};

  constructor(logs) {
    this.#logs = logs;
    mkdirSync(logs, { recursive: true });
  }

  get pids() {
    return this.#running.map(({ name, child }) => ({ name, pid: child.pid }));
  }

  /**
   * Starts a part with its output in a log file of its own; waits until `ready` answers where given.
   * @param {{ name: string, command: string, args: string[], env?: Record<string, string>, cwd?: string, ready?: string | { url: string, method: string, body: string }, seconds?: number, patience?: number }} part
   */
  async start({ name, command, args, env = {}, cwd, ready, seconds = 30, patience = PATIENCE_SECONDS }) {
    const log = path.join(this.#logs, `${name}.log`);
    const out = openSync(log, 'w');
    // A process group of its own: Ctrl-C reaches this process, which ends the parts in order.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', out, out],
      detached: true,
    });
    closeSync(out);
    const part = { name, child, patience, over: undefined };
    part.ended = new Promise((resolve) => {
      const end = (why) => {
        part.over ??= `${name} ${why}${lastLines(log)}`;
        this.#running = this.#running.filter((other) => other !== part);
        resolve();
        if (part.isUp && !this.#ending) {
          this.onDeath(part.over);
        }
      };
      child.once('error', (error) => end(`could not start: ${error.message}`));
      child.once('exit', (code, signal) => end(`ended (${signal ?? `code ${code}`})`));
    });
    this.#running.push(part);
    if (ready) {
      await waitFor(ready, seconds, () => part.over);
    }
    part.isUp = true;
  }

  /** Ends all parts, last started first; asks first, insists when `patience` (seconds) is over. */
  async end() {
    this.#ending = true;
    for (const { child, ended, patience } of [...this.#running].reverse()) {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
      await ended;
      clearTimeout(insist);
    }
  }
}

function lastLines(log) {
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n  ');
  return lines === '' ? `; its log ${log} is empty` : `; the end of ${log}:\n  ${lines}`;
}

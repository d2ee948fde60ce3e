import { spawn, type ChildProcess } from 'node:child_process';
import { waitFor } from '../../../provisioning/embedded/waitFor.mjs';

/** Starts a server of ours as a process of its own and waits until `url` answers. End it with `kill`. */
export async function background(script: string, env: Record<string, string>, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await waitFor(url, 20);
  return child;
}

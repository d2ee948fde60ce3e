import path from 'node:path';
import { spawn } from 'node:child_process';
import { node } from '../../provisioning/embedded/install.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a Node program with preloads to its end. Its output is returned, not judged. */
export function runService(
  script: string,
  args: readonly string[],
  options: {
    readonly imports?: readonly string[];
    /** Flags of Node itself, before the imports. */
    readonly flags?: readonly string[];
    readonly env?: Record<string, string>;
    readonly nodePath?: string;
  }
): Promise<Finished> {
  const preloads = (options.imports ?? []).flatMap((file) => ['--import', file]);
  return new Promise((resolve, reject) => {
    const child = spawn(
      options.nodePath ?? node,
      [...(options.flags ?? []), ...preloads, path.join(root, script), ...args],
      {
        cwd: root,
        env: { ...process.env, ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

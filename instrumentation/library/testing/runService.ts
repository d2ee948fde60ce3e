import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Tests are transformed to CommonJS, so this is there. */
const LIBRARY = dirname(__dirname);
/** What a service has of our own environment: nothing that would set it up. */
const KEPT = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
);

export interface ServiceRun {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/**
 * Runs an ES module as a service of its own, in this Node and from source, with the one import.
 * `onOutput` sees what it has printed so far, and may signal it.
 */
export async function runService(
  script: string,
  env: Readonly<Record<string, string>>,
  options: { flag?: '--import' | '--require'; onOutput?: (output: string, pid: number) => void } = {}
): Promise<ServiceRun> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@ai-finops/source',
      options.flag ?? '--import',
      `${LIBRARY}/src/register.ts`,
      '--input-type=module',
      '-e',
      script,
    ],
    { cwd: LIBRARY, env: { ...KEPT, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }
  );
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    options.onOutput?.(output, child.pid ?? 0);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, output })));
}

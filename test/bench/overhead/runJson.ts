import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Larger than any block allocates. */
const LARGE_YOUNG = ['--min-semi-space-size=64', '--max-semi-space-size=128'];

/** Runs a measurement in a process of its own, with a young generation larger than any block unless told; its last line as JSON. */
export async function runJson<T>(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  young: readonly string[] = LARGE_YOUNG
): Promise<T> {
  const child = spawn(process.execPath, ['--expose-gc', ...young, `${import.meta.dirname}/${script}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-2000)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new Error(`${script} ${args.join(' ')} ended with code ${code}\n${complained}`);
  }
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as T;
}

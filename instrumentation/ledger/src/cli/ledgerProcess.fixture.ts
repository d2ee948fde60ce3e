import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

// From source: a test of the build that stands around would test something else than what it stands beside. `npm test` has
// just built it, and a start of that takes half as long.
const built = process.env['AI_FINOPS_BUILT_LEDGER'];
const PROGRAM = built === undefined ? ['--conditions=@ai-finops/source', join(__dirname, 'main.ts')] : [built];
const ANY_PORTS = ['--intake-port', '0', '--metrics-port', '0', '--api-port', '0'];

export interface LedgerProcess {
  readonly intake: string;
  readonly metrics: string;
  readonly api: string;
  /** Ends it and resolves with the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs `ai-finops ledger` as a process of its own, on free ports. */
export async function startLedgerProcess(data: string, args: readonly string[] = []): Promise<LedgerProcess> {
  const child = spawn(process.execPath, [...PROGRAM, 'ledger', '--data', data, ...ANY_PORTS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // No test asks for the bills of whoever runs it.
    env: { ...process.env, OPENAI_ADMIN_KEY: '', ANTHROPIC_ADMIN_KEY: '' },
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), exited])) as [unknown];
  const [intake = '', metrics = '', api = ''] = String(line).match(/https?:\/\/[\d.]+:\d+/g) ?? [];
  return {
    intake: `${intake}/v1/traces`,
    metrics,
    api,
    async end(signal) {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}

/** Runs `ai-finops` to its end. */
export function runCommand(...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

/** Starts `ai-finops`, to be ended before it ends by itself. */
export function startCommand(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...args], { stdio: 'ignore' });
}

/** The same while the test goes on; rejects where the exit code is not 0. */
export async function runBeside(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [...PROGRAM, ...args]);
}

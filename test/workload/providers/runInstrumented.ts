import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DecodedRecord } from '../sink/decodeRecords.ts';
import { startSink } from '../sink/startSink.ts';

const REGISTER = fileURLToPath(import.meta.resolve('../../../instrumentation/library/src/register.ts'));

/**
 * Runs a program as an instrumented service of its own, in this Node, and returns its money records in the order in which
 * the calls began, and what it printed.
 *
 * @throws Error where the program fails
 */
export async function runInstrumented(
  program: string,
  env: Readonly<Record<string, string>>
): Promise<{ records: readonly DecodedRecord[]; output: string }> {
  const sink = await startSink();
  const child = spawn(process.execPath, ['--conditions=@ai-finops/source', '--import', REGISTER, program], {
    env: { PATH: process.env['PATH'], AI_FINOPS_ENDPOINT: sink.endpoint, AI_FINOPS_SDK: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  sink.close();
  if (code !== 0) {
    throw new Error(`the program ended with ${String(code)}: ${output}`);
  }
  return { records: [...sink.records.values()], output };
}

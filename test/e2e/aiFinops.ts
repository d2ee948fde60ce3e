import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const program = `${import.meta.dirname}/../../instrumentation/ledger/dist/cli/main.js`;

/** What `ai-finops` prints when it asks the ledger under test, as a deploy pipeline would. */
export async function aiFinops(...words: readonly string[]): Promise<string> {
  const api = process.env['LEDGER_API_URL'] ?? 'http://127.0.0.1:4321';
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words, '--api', api]);
  return stdout;
}

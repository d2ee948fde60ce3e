import { Command } from 'commander';
import type { Worker } from 'node:worker_threads';
import type { RecordKind } from '../records/recordKind.ts';
import { Unusable } from '../store/unusable.ts';

/** Each is loaded when it is asked for: all of them are some 800 modules, a second of starting. */
const COMMANDS: ReadonlyMap<string, (storeThread?: Worker) => Promise<Command>> = new Map([
  ['bills', async () => (await import('./billsCommand.ts')).billsCommand()],
  ['digest', async () => (await import('./digestCommand.ts')).digestCommand()],
  [
    'ledger',
    async (thread?: Worker) => (await import('./ledgerCommand.ts')).ledgerCommand(process.argv.slice(3), thread),
  ],
  ['outcomes', async () => (await import('./outcomesCommand.ts')).outcomesCommand()],
  ['owners', async () => (await import('./ownersCommand.ts')).ownersCommand()],
  ['price', async () => (await import('./priceCommand.ts')).priceCommand()],
  ['event', async () => recordsOf((await import('../records/eventRecords.ts')).EVENT_RECORDS)],
  ['decision', async () => recordsOf((await import('../records/decisionRecords.ts')).DECISION_RECORDS)],
  ['review', async () => (await import('./reviewCommand.ts')).reviewCommand()],
  ['provision', async () => (await import('./provisionCommand.ts')).provisionCommand()],
]);

const recordsOf = async (kind: RecordKind) => (await import('./recordCommand.ts')).recordCommand(kind);

/**
 * Runs the command that the process was started with; a fault is one line, and exit code 1.
 *
 * @param storeThread where one was started ahead
 */
export async function runProgram(storeThread?: Worker): Promise<void> {
  const program = new Command('ai-finops')
    .description('What your AI calls cost: keeps the books')
    .enablePositionalOptions();
  const asked = COMMANDS.get(process.argv[2] ?? '');
  // Help, and a word that is no command, need the names of all.
  for (const load of asked ? [asked] : COMMANDS.values()) {
    program.addCommand(await load(storeThread));
  }

  try {
    await program.parseAsync();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`ai-finops: ${error instanceof Unusable ? message : `failed: ${message}`}`);
    process.exit(1);
  }
}

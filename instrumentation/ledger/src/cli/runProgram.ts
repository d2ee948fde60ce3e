import { Command } from 'commander';
import { DECISION_RECORDS } from '../records/decisionRecords.ts';
import { EVENT_RECORDS } from '../records/eventRecords.ts';
import { Unusable } from '../store/unusable.ts';
import { billsCommand } from './billsCommand.ts';
import { digestCommand } from './digestCommand.ts';
import { ledgerCommand } from './ledgerCommand.ts';
import { outcomesCommand } from './outcomesCommand.ts';
import { ownersCommand } from './ownersCommand.ts';
import { priceCommand } from './priceCommand.ts';
import { provisionCommand } from './provisionCommand.ts';
import { recordCommand } from './recordCommand.ts';
import { reviewCommand } from './reviewCommand.ts';

/** Runs the command that the process was started with; a fault is one line, and exit code 1. */
export async function runProgram(): Promise<void> {
  const program = new Command('ai-finops')
    .description('What your AI calls cost: keeps the books')
    .enablePositionalOptions()
    .addCommand(billsCommand())
    .addCommand(digestCommand())
    .addCommand(ledgerCommand())
    .addCommand(outcomesCommand())
    .addCommand(ownersCommand())
    .addCommand(priceCommand())
    .addCommand(recordCommand(EVENT_RECORDS))
    .addCommand(recordCommand(DECISION_RECORDS))
    .addCommand(reviewCommand())
    .addCommand(provisionCommand());

  try {
    await program.parseAsync();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`ai-finops: ${error instanceof Unusable ? message : `failed: ${message}`}`);
    process.exit(1);
  }
}

import { Command } from 'commander';
import { billsImportCommand } from './billsImportCommand.ts';
import { billsListCommand } from './billsListCommand.ts';

/** `ai-finops bills`: what providers charged, for reconciliation. */
export function billsCommand(): Command {
  return new Command('bills')
    .description('Import what providers charged, and see what was imported')
    .addCommand(billsImportCommand())
    .addCommand(billsListCommand());
}

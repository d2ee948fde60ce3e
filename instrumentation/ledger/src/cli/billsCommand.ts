import { Command } from 'commander';
import { billsChargebackCommand } from './billsChargebackCommand.ts';
import { billsImportCommand } from './billsImportCommand.ts';
import { billsListCommand } from './billsListCommand.ts';

/** `ai-finops bills`: what providers charged, for reconciliation. */
export function billsCommand(): Command {
  return new Command('bills')
    .description('Import what providers charged, see what was imported, and share it out')
    .addCommand(billsImportCommand())
    .addCommand(billsListCommand())
    .addCommand(billsChargebackCommand());
}

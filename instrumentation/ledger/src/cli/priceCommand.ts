import { Command } from 'commander';
import { priceFileSchema } from '../prices/priceFileSchema.ts';
import { priceCheckCommand } from './priceCheckCommand.ts';
import { priceExplainCommand } from './priceExplainCommand.ts';

/** `ai-finops price`: asks the price book; needs no ledger. */
export function priceCommand(): Command {
  return new Command('price')
    .description('Ask the price book')
    .addCommand(priceExplainCommand())
    .addCommand(priceCheckCommand())
    .addCommand(
      new Command('schema')
        .description('Print the JSON Schema of the prices file')
        .action(() => console.log(JSON.stringify(priceFileSchema(), null, 2)))
    );
}

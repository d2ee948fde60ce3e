import { Command } from 'commander';
import { ownersFileSchema } from '../ownership/ownersFileSchema.ts';
import { readOwners } from './readOwners.ts';

/** `ai-finops owners`: what an owners file may say, and whether one is good; needs no ledger. */
export function ownersCommand(): Command {
  return new Command('owners')
    .description('Check an owners file')
    .addCommand(
      new Command('check')
        .description('Say whether the ledger would take an owners file')
        .argument('<file>', 'YAML or JSON')
        .action((file: string) => console.log(check(file)))
    )
    .addCommand(
      new Command('schema')
        .description('Print the JSON Schema of the owners file')
        .action(() => console.log(JSON.stringify(ownersFileSchema(), null, 2)))
    );
}

function check(file: string): string {
  const { features, teams, tenants, models, monthlyCosts } = readOwners(file);
  return (
    `${file} is good: ${features.size} features, ${teams.size} teams, ${tenants.size} tenants, ` +
    `${models.length} models, ${monthlyCosts.length} monthly costs`
  );
}

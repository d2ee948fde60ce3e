import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { DocumentError } from '../documents/documentError.ts';
import { ownersFileSchema } from '../ownership/ownersFileSchema.ts';
import { parseOwnersFile } from '../ownership/parseOwnersFile.ts';
import { Unusable } from '../store/unusable.ts';

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
  try {
    const { features, teams, tenants, models, monthlyCosts } = parseOwnersFile(readFileSync(file, 'utf8'));
    return (
      `${file} is good: ${features.size} features, ${teams.size} teams, ${tenants.size} tenants, ` +
      `${models.length} models, ${monthlyCosts.length} monthly costs`
    );
  } catch (error) {
    const place = error instanceof DocumentError ? `${file}:${error.line}` : file;
    throw new Unusable(`owners file ${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

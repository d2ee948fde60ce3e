import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { billsPath } from '../bills/billsPath.ts';
import { Unusable } from '../store/unusable.ts';
import { billsBackup } from './billsBackup.ts';
import { booksOption } from './booksOption.ts';
import { copyBooks } from './copyBooks.ts';

/** `ai-finops ledger restore FILE`: a backup becomes the data directory of a ledger that does not run yet. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Verify a backup, and put its books and bills into a data directory that has none')
    .argument('<file>', 'what `backup` wrote; the bills are found beside it')
    .addOption(booksOption())
    .action((file: string, { data }: { data: string }) => {
      if (!existsSync(file)) {
        throw new Unusable(`${file} is not there: give the file that \`ai-finops ledger backup\` wrote`);
      }
      const to = { bills: billsPath(data), books: join(data, 'ledger.db') };
      copyBooks({ books: file, bills: billsBackup(file) }, to).forEach((line) => console.log(line));
    });
}

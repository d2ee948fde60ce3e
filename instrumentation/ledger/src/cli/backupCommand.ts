import { Command } from 'commander';
import { billsPath } from '../bills/billsPath.ts';
import { billsBackup } from './billsBackup.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { copyBooks } from './copyBooks.ts';

/** `ai-finops ledger backup FILE`: a verified copy of the books, and of the bills beside it, while the ledger runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Copy the books into one file, and the bills into FILE.bills.db, beside a running ledger, and verify both'
    )
    .argument('<file>', 'a file that does not exist yet')
    .addOption(booksOption())
    .action((file: string, { data }: { data: string }) => {
      const from = { books: booksIn(data), bills: billsPath(data) };
      copyBooks(from, { books: file, bills: billsBackup(file) }).forEach((line) => console.log(line));
    });
}

import { Command } from 'commander';
import { BillBooks } from '../bills/billBooks.ts';
import { billsPath } from '../bills/billsPath.ts';
import { usdText } from '../books/usdText.ts';
import { booksOption } from './booksOption.ts';

/** `ai-finops bills list`: every revision, the newest of a month last. */
export function billsListCommand(): Command {
  return new Command('list')
    .description('Show which months of which providers were imported, with every revision')
    .option('--month <YYYY-MM>', 'only this UTC month')
    .addOption(booksOption())
    .action(({ data, month }: { data: string; month?: string }) => {
      const bills = new BillBooks(billsPath(data));
      try {
        const revisions = bills.revisions({ month });
        if (revisions.length === 0) {
          console.log('no bill was imported yet: ai-finops bills import <file>');
        }
        for (const one of revisions) {
          const billed = bills.lines(one).reduce((sum, line) => sum + line.billedNanoUsd, 0n);
          const when = new Date(one.importedMs).toISOString();
          console.log(`${one.month}  ${one.provider}  $${usdText(billed)}  ${one.state}  ${when}  ${one.source}`);
        }
      } finally {
        bills.close();
      }
    });
}

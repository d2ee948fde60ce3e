import { Command } from 'commander';
import { backUpBooks } from '../store/backUpBooks.ts';
import { quickCheck } from '../store/quickCheck.ts';
import { Unusable } from '../store/unusable.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { verifyAll } from './verifyAll.ts';

/** `ai-finops ledger backup FILE`: a verified copy of the books, while the ledger runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy the books into one file, beside a running ledger, and verify the copy')
    .argument('<file>', 'a file that does not exist yet')
    .addOption(booksOption())
    .action((file: string, { data }: { data: string }) => {
      let summary = '';
      backUpBooks(booksIn(data), file, (copy) => {
        quickCheck(copy);
        const { isRight, lines } = verifyAll(copy);
        summary = lines.join('\n');
        if (!isRight) {
          throw new Unusable(`no backup was kept, its sums do not equal its calls:\n${summary}`);
        }
      });
      console.log(`${file}: ${summary}`);
    });
}

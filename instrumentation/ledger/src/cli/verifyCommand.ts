import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { billsPath } from '../bills/billsPath.ts';
import { verifyBills } from '../bills/verifyBills.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { verifyAll } from './verifyAll.ts';

/** `ai-finops ledger verify`: exit code 0 where every sum equals the calls it stands for, and every bill is as it was imported, else 1. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Recompute every sum from the single calls, day by day, compare to the nano-USD, and look whether bills are whole'
    )
    .addOption(booksOption())
    .action(({ data }: { data: string }) => {
      const { isRight, lines } = verifyAll(booksIn(data));
      lines.forEach((line) => console.log(line));
      const path = billsPath(data);
      const bills = existsSync(path) ? verifyBills(path) : { revisions: 0, differences: [] };
      bills.differences.forEach((difference) => console.log(difference));
      if (bills.revisions > 0) {
        const wrong = bills.differences.length;
        const outcome = wrong === 0 ? 'each has the lines it was imported with' : `wrong: ${wrong}`;
        console.log(`bills: ${bills.revisions} revisions; ${outcome}`);
      }
      process.exitCode = isRight && bills.differences.length === 0 ? 0 : 1;
    });
}

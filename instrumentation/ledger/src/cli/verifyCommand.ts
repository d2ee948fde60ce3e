import { Command } from 'commander';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { verifyAll } from './verifyAll.ts';

/** `ai-finops ledger verify`: exit code 0 where every sum equals the calls it stands for, else 1. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Recompute every sum from the single calls, day by day, and compare to the nano-USD')
    .addOption(booksOption())
    .action(({ data }: { data: string }) => {
      const { isRight, lines } = verifyAll(booksIn(data));
      lines.forEach((line) => console.log(line));
      process.exitCode = isRight ? 0 : 1;
    });
}

import { Command, InvalidArgumentError, Option } from 'commander';
import { BillBooks } from '../bills/billBooks.ts';
import { billsPath } from '../bills/billsPath.ts';
import { chargedShares } from '../bills/chargedShares.ts';
import { focusChargeback } from '../bills/focusChargeback.ts';
import { monthDays } from '../bills/monthDays.ts';
import { CHARGED, monthWeights, type WeightQuery } from '../questions/monthWeights.ts';
import { Books } from '../store/books.ts';
import { Unusable } from '../store/unusable.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { openReader } from '../store/openReader.ts';

interface ChargebackOptions {
  readonly month: string;
  readonly by: WeightQuery['by'];
  readonly data: string;
}

/** `ai-finops bills chargeback`: who pays which part of a month's bills, as FOCUS, on standard output. */
export function billsChargebackCommand(): Command {
  return new Command('chargeback')
    .description(
      'Share a month’s bills by what the books say each name cost: FOCUS 1.2 CSV that adds up to them to the cent'
    )
    .requiredOption('--month <YYYY-MM>', 'the UTC month', month)
    .addOption(new Option('--by <what>', 'whose share it is').choices(CHARGED).default('feature'))
    .addOption(booksOption())
    .action((options: ChargebackOptions) => void process.stdout.write(chargeback(options)));
}

function chargeback({ month: asked, by, data }: ChargebackOptions): string {
  const path = booksIn(data);
  // Books of another version are refused by name.
  new Books(path).close();
  const database = openReader(path);
  const bills = new BillBooks(billsPath(data));
  try {
    const newest = bills.newest(asked);
    if (newest.length === 0) {
      throw new Unusable(`no bill of ${asked} was imported yet: ai-finops bills import <file>`);
    }
    const billed = newest.map((one) => ({ provider: one.provider, lines: bills.lines(one) }));
    return focusChargeback(asked, by, chargedShares(billed, monthWeights(database, { ...monthDays(asked), by })));
  } finally {
    bills.close();
    database.close();
  }
}

function month(text: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) {
    throw new InvalidArgumentError('Give a month such as 2026-09.');
  }
  return text;
}

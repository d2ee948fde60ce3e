import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { BillState } from '../analysis/reconciliation/billLine.ts';
import { BillBooks } from '../bills/billBooks.ts';
import { billsPath } from '../bills/billsPath.ts';
import { createBillNames } from '../bills/createBillNames.ts';
import { BILL_MAPPING, type BillMapping } from '../bills/mappedLine.ts';
import { readBillFile } from '../bills/readBillFile.ts';
import { readRates } from '../bills/readRates.ts';
import { Unusable } from '../store/unusable.ts';
import { readPrices } from './readPrices.ts';

interface ImportOptions {
  readonly data: string;
  readonly mapping?: string;
  readonly state: BillState;
  readonly account: ReadonlyMap<string, string>;
  readonly rates?: string;
  readonly prices?: string;
}

const SAY_EVERY_MS = 2_000;

/** `ai-finops bills import <file>`: a bill becomes the newest revision of each provider's month in it. */
export function billsImportCommand(): Command {
  return new Command('import')
    .description(
      'Import a bill: FOCUS 1.0 to 1.4 as CSV or Parquet, or any CSV with a mapping; a ledger may be running'
    )
    .argument('<file>', 'the bill')
    .option('--mapping <file>', 'for a CSV that is not FOCUS: which column has what (YAML or JSON)')
    .addOption(
      new Option('--state <state>', 'how far the month is settled')
        .choices(['open', 'provisional', 'final'])
        .default('final')
    )
    .option('--account <theirs=ours>', 'the books’ account of the bill’s; may be given more than once', pair, new Map())
    .option('--rates <file>', 'for a bill that is not in USD: CSV of day,currency,usd')
    .addOption(new Option('--prices <file>', 'prices file, for its model aliases').env('AI_FINOPS_PRICES'))
    .addOption(new Option('--data <dir>', 'the books').env('AI_FINOPS_DATA').default('.data/ledger'))
    .action(importBill);
}

async function importBill(file: string, options: ImportOptions): Promise<void> {
  const bills = new BillBooks(billsPath(options.data));
  try {
    const names = createBillNames({
      accounts: options.account,
      prices: createPriceBook(readPrices(options.prices)),
      rates: options.rates === undefined ? undefined : await readRates(options.rates),
    });
    const { months, rows, skipped } = await readBillFile(file, {
      names,
      mapping: readMapping(options.mapping),
      onProgress: progress(),
    });
    const from = { state: options.state, source: basename(file), nowMs: Date.now() };
    for (const month of months) {
      const isNew = bills.keep(month, from);
      console.log(
        `${month.month} ${month.provider}: ${month.lines.length} lines, ${isNew ? 'kept' : 'as before: nothing to keep'}`
      );
    }
    console.log(`${rows} rows read, ${skipped} of other services left out`);
  } catch (error) {
    throw new Unusable(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    bills.close();
  }
}

function readMapping(path: string | undefined): BillMapping | undefined {
  if (path === undefined) {
    return undefined;
  }
  const result = BILL_MAPPING.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Unusable(`mapping ${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  return result.data;
}

function pair(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('write theirs=ours, such as proj_abc=openai-production');
  }
  return new Map([...before, [text.slice(0, at), text.slice(at + 1)]]);
}

function progress(): (rows: number) => void {
  let said = Date.now();
  return (rows) => {
    if (rows % 1_000 === 0 && Date.now() - said >= SAY_EVERY_MS) {
      said = Date.now();
      console.error(`${rows.toLocaleString('en')} rows read`);
    }
  };
}

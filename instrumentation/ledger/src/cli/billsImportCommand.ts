import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { BillState } from '../analysis/reconciliation/billLine.ts';
import { BillBooks } from '../bills/billBooks.ts';
import type { BillMonth } from '../bills/billMonths.ts';
import { billsPath } from '../bills/billsPath.ts';
import { createBillNames } from '../bills/createBillNames.ts';
import { importFiles } from '../bills/importFiles.ts';
import { BILL_MAPPING, type BillMapping } from '../bills/mappedLine.ts';
import { readRates } from '../bills/readRates.ts';
import { replacedWords } from '../bills/replacedWords.ts';
import { skippedWords } from '../bills/skippedWords.ts';
import { unusedAccounts } from '../bills/unusedAccounts.ts';
import { Unusable } from '../store/unusable.ts';
import { accountPair } from './accountPair.ts';
import { billingUrl } from './billingUrl.ts';
import { billApi, billsFetch, type FetchOptions } from './billsFetch.ts';
import { readPrices } from './readPrices.ts';

interface ImportOptions extends FetchOptions {
  readonly data: string;
  readonly mapping?: string;
  readonly state?: BillState;
  readonly account: ReadonlyMap<string, string>;
  readonly provider: ReadonlyMap<string, string>;
  readonly rates?: string;
  readonly prices?: string;
}

const SAY_EVERY_MS = 2_000;

/** `ai-finops bills import`, of files or of a provider’s API: a bill becomes the newest revision of each provider's month in it. */
export function billsImportCommand(): Command {
  return new Command('import')
    .description(
      'Import a bill: FOCUS, AWS CUR, Google, Azure, OpenRouter, any CSV with a mapping, or from a provider’s API; a ledger may be running'
    )
    .argument('[files...]', 'the bill; a month that comes in several files is given with all of them')
    .option('--openai', 'ask OpenAI’s costs API, with the admin key of OPENAI_ADMIN_KEY')
    .option('--anthropic', 'ask Anthropic’s cost API, with the admin key of ANTHROPIC_ADMIN_KEY')
    .option('--month <YYYY-MM>', 'the UTC month to ask an API for')
    .option('--key-file <file>', 'the admin key, instead of from the environment')
    .option('--base-url <url>', 'where the API is, for tests', billingUrl)
    .option('--mapping <file>', 'for a CSV of another format: which column has what (YAML or JSON)')
    .addOption(
      new Option(
        '--state <state>',
        'how far a file’s month is settled (default: final); of an API the calendar says'
      ).choices(['open', 'provisional', 'final'])
    )
    .option(
      '--account <theirs=ours>',
      'the books’ account of the bill’s; may be given more than once',
      accountPair,
      new Map()
    )
    .option(
      '--provider <theirs=ours>',
      'the books’ provider of a FOCUS bill’s, where we do not know it; may be given more than once',
      accountPair,
      new Map()
    )
    .option('--rates <file>', 'for a bill that is not in USD: CSV of day,currency,usd')
    .addOption(new Option('--prices <file>', 'prices file, for its model aliases').env('AI_FINOPS_PRICES'))
    .addOption(new Option('--data <dir>', 'the books').env('AI_FINOPS_DATA').default('.data/ledger'))
    .action(importBill);
}

async function importBill(files: readonly string[], options: ImportOptions): Promise<void> {
  const api = billApi(files, options);
  const bills = new BillBooks(billsPath(options.data));
  const keep = (months: readonly BillMonth[], from: { state: BillState; source: string }) => {
    const doubts = months.flatMap((month) => replacedWords(bills, month) ?? []);
    const kept = bills.keepAll(months, { ...from, nowMs: Date.now() });
    months.forEach(({ month, provider, lines }, index) => {
      const outcome = kept[index] ? 'kept' : 'as before: nothing to keep';
      console.log(`${month} ${provider}: ${lines.length} lines, ${outcome}`);
    });
    [...doubts, ...unusedAccounts(months, options.account)].forEach((words) => console.error(words));
  };
  try {
    const names = createBillNames({
      accounts: options.account,
      prices: createPriceBook(readPrices(options.prices)),
      rates: options.rates === undefined ? undefined : await ratesIn(options.rates),
    });
    if (api !== undefined) {
      const { month, state } = await billsFetch(api, options, names);
      keep([month], { state: options.state ?? state, source: `${api} API` });
    } else {
      const mapping = readMapping(options.mapping);
      const { months, rows, skipped, source } = await importFiles(files, {
        names,
        mapping,
        providers: options.provider,
        onProgress: progress(),
      });
      keep(months, { state: options.state ?? 'final', source });
      console.log(`${rows} rows read, ${skippedWords(skipped)}`);
      if (months.length === 0) {
        console.error('no row is of an AI provider that we know: --provider theirs=ours names one, of a FOCUS bill');
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw error instanceof Unusable ? error : new Unusable(api === undefined ? message : `${api} API: ${message}`);
  } finally {
    bills.close();
  }
}

async function ratesIn(path: string): ReturnType<typeof readRates> {
  try {
    return await readRates(path);
  } catch (error) {
    throw new Unusable(`rates ${path}: ${error instanceof Error ? error.message : String(error)}`);
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

function progress(): (rows: number) => void {
  let said = Date.now();
  return (rows) => {
    if (rows % 1_000 === 0 && Date.now() - said >= SAY_EVERY_MS) {
      said = Date.now();
      console.error(`${rows.toLocaleString('en')} rows read`);
    }
  };
}

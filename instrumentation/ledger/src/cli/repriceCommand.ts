import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Command, Option } from 'commander';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { repriceBooks } from '../store/repriceBooks.ts';
import { Unusable } from '../store/unusable.ts';
import { booksIn } from './booksIn.ts';
import { readPrices } from './readPrices.ts';
import { repricingReport, type RepricingReport } from './repricingReport.ts';
import { repricingText } from './repricingText.ts';
import { utcDay } from './utcDay.ts';

interface RepriceOptions {
  readonly from: EventDay;
  readonly to: EventDay;
  readonly provider?: string;
  readonly model?: string;
  readonly dryRun?: true;
  readonly json?: true;
  readonly prices?: string;
  readonly data: string;
}

const SAY_EVERY_MS = 2_000;

/**
 * `ai-finops ledger reprice`: rates kept calls again with the cards as they are now. `--dry-run` reads beside a running
 * ledger; booking needs the data directory for itself: a ledger reads its prices when it starts, so it stands still for a
 * correction anyway, and senders keep what they cannot hand over meanwhile.
 */
export function repriceCommand(): Command {
  return new Command('reprice')
    .description('Rate the calls of past days again with the prices as they are now, and book the difference')
    .requiredOption('--from <YYYY-MM-DD>', 'first UTC day', utcDay)
    .requiredOption('--to <YYYY-MM-DD>', 'last UTC day', utcDay)
    .option('--provider <name>', 'only calls of this provider, as the books name it')
    .option('--model <name>', 'only calls of this model, as the books name it')
    .option('--dry-run', 'only show the difference; a ledger may be running')
    .option('--json', 'as JSON; money is nano-USD')
    .addOption(new Option('--prices <file>', 'prices file (YAML or JSON)').env('AI_FINOPS_PRICES'))
    .addOption(new Option('--data <dir>', 'the books').env('AI_FINOPS_DATA').default('.data/ledger'))
    .action((options: RepriceOptions) => {
      if (options.from > options.to) {
        throw new Unusable(`--from ${dayText(options.from)} is after --to ${dayText(options.to)}: swap them`);
      }
      const prices = createPriceBook(readPrices(options.prices));
      const path = booksIn(options.data);
      const isBooked = !options.dryRun;
      const unlock = isBooked ? lock(options.data) : undefined;
      try {
        const run = { prices, isBooked, now: Date.now, onProgress: progress() };
        const report = repricingReport([...repriceBooks(path, options, run)]);
        console.log(options.json ? json(report, isBooked) : repricingText(report, isBooked));
      } finally {
        unlock?.();
      }
    });
}

function lock(data: string): () => void {
  try {
    return lockDataDir(data);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Unusable(
      `prices are corrected while no ledger runs on the books; --dry-run shows the difference beside one (${message})`
    );
  }
}

/** Says now and then how far it is, so that long work does not look stuck. */
function progress(): (day: EventDay, calls: number) => void {
  let said = Date.now();
  return (day, calls) => {
    if (Date.now() - said >= SAY_EVERY_MS) {
      said = Date.now();
      console.error(`${dayText(day)}: ${calls.toLocaleString('en')} calls`);
    }
  };
}

function json({ groups, total, days }: RepricingReport, isBooked: boolean): string {
  const shown = days.map((of) => ({ ...of, day: dayText(of.day), bookedOn: dayText(of.bookedOn) }));
  const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return JSON.stringify({ booked: isBooked, total, groups, days: shown }, asText, 2);
}

import { Command, Option } from 'commander';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createAnomalyFamily } from '../anomalies/createAnomalyFamily.ts';
import { exportOpenMetrics } from '../closes/exportOpenMetrics.ts';
import { exportCalls } from '../exports/exportCalls.ts';
import { exportFocus } from '../exports/exportFocus.ts';
import { createOtherCostFamily } from '../ownership/createOtherCostFamily.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { Books } from '../store/books.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { Unusable } from '../store/unusable.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { apiUrl } from './apiUrl.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { finopsOption } from './finopsOption.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import { readOwners } from './readOwners.ts';
import { utcDay } from './utcDay.ts';

interface ExportOptions {
  readonly openmetrics?: true;
  readonly jsonl?: true;
  readonly focus?: true;
  readonly out?: string;
  readonly from?: EventDay;
  readonly to?: EventDay;
  readonly data: string;
  readonly api?: string;
  readonly finops?: string;
  readonly apiTokenFile?: string;
}

/** `ai-finops ledger export`: closed days in the format of another system. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write closed days for another system: Prometheus, a warehouse, finance')
    .option('--openmetrics', 'closes as OpenMetrics text on standard output, for promtool tsdb create-blocks-from')
    .addOption(
      new Option('--jsonl', 'single calls as JSON lines, into --out').conflicts(['openmetrics', 'focus', 'api'])
    )
    .addOption(
      new Option('--focus', 'cost by day and attribution as FOCUS 1.2 CSV on standard output').conflicts([
        'openmetrics',
        'api',
      ])
    )
    .option('--out <dir>', '... a folder that gets one folder a day; days that stand there unchanged are passed over')
    .option('--from <YYYY-MM-DD>', 'first UTC day', utcDay)
    .option('--to <YYYY-MM-DD>', 'last UTC day', utcDay)
    .addOption(booksOption())
    .option('--api <url>', 'ask a running ledger instead')
    .addOption(apiTokenOption())
    .addOption(finopsOption())
    .action(async (options: ExportOptions) => {
      if (options.jsonl) {
        return writeCalls(options);
      }
      if (options.focus) {
        return print(exportFocus(booksIn(options.data), options));
      }
      if (!options.openmetrics) {
        throw new Unusable('say in which format: --openmetrics, --jsonl or --focus');
      }
      await print(await openMetrics(options));
    });
}

async function print(pieces: AsyncIterable<string | Uint8Array> | Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout);
  } catch (error) {
    // The reader has gone (| head): not a failure of ours.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
      throw error;
    }
  }
}

async function writeCalls({ data, out, from, to }: ExportOptions): Promise<void> {
  if (out === undefined) {
    throw new Unusable('say where to: --out DIR');
  }
  const days = { written: 0, unchanged: 0, moved: 0 };
  for await (const { day, outcome, calls } of exportCalls(booksIn(data), out, { from, to })) {
    days[outcome] += 1;
    if (outcome !== 'unchanged') {
      console.log(`${dayText(day)}: ${outcome === 'written' ? `${calls} calls` : 'calls still come, try again'}`);
    }
  }
  console.log(`${out}: ${days.written} days written, ${days.unchanged} unchanged`);
  process.exitCode = days.moved > 0 ? 1 : 0;
}

async function openMetrics({
  api,
  apiTokenFile,
  data,
  finops,
  from,
  to,
}: ExportOptions): Promise<AsyncIterable<string | Uint8Array>> {
  if (api) {
    const range = {
      from: from === undefined ? undefined : dayText(from),
      to: to === undefined ? undefined : dayText(to),
    };
    const response = await fetchFromLedger(apiUrl(api, '/api/v1/export/openmetrics', range), apiTokenFile);
    return response.body ?? Readable.from([]);
  }
  const owners = finops ? readOwners(finops) : NO_OWNERS;
  const path = booksIn(data);
  const books = new Books(path);
  const found = new AnomalyBooks(path);
  const families = [
    createOtherCostFamily(() => owners),
    createAnomalyFamily((day) => found.anomalies(day, day, 'first')),
  ];
  return exportOpenMetrics(books, { from, to }, families);
}

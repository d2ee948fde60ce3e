import { Command } from 'commander';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportOpenMetrics } from '../closes/exportOpenMetrics.ts';
import { createOtherCostFamily } from '../ownership/createOtherCostFamily.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { Books } from '../store/books.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { apiUrl } from './apiUrl.ts';
import { booksIn } from './booksIn.ts';
import { booksOption } from './booksOption.ts';
import { finopsOption } from './finopsOption.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import { readOwners } from './readOwners.ts';
import { utcDay } from './utcDay.ts';

interface ExportOptions {
  readonly openmetrics: true;
  readonly from?: EventDay;
  readonly to?: EventDay;
  readonly data: string;
  readonly api?: string;
  readonly finops?: string;
  readonly apiTokenFile?: string;
}

/** `ai-finops ledger export --openmetrics`: closes as text that rebuilds a Prometheus. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write all closed days to standard output, for promtool tsdb create-blocks-from')
    .requiredOption('--openmetrics', 'as OpenMetrics text')
    .option('--from <YYYY-MM-DD>', 'first UTC day', utcDay)
    .option('--to <YYYY-MM-DD>', 'last UTC day', utcDay)
    .addOption(booksOption())
    .option('--api <url>', 'ask a running ledger instead')
    .addOption(apiTokenOption())
    .addOption(finopsOption())
    .action(async (options: ExportOptions) => {
      try {
        await pipeline(Readable.from(await pieces(options)), process.stdout);
      } catch (error) {
        // The reader has gone (| head): not a failure of ours.
        if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
          throw error;
        }
      }
    });
}

async function pieces({
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
  return exportOpenMetrics(new Books(booksIn(data)), { from, to }, [createOtherCostFamily(() => owners)]);
}

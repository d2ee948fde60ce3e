import { Command } from 'commander';
import { z } from 'zod';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { Unusable } from '../store/unusable.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import { utcDay } from './utcDay.ts';

const closes = z.object({
  closedThrough: z.string().nullable(),
  closing: z.array(z.object({ day: z.string(), due: z.string() })),
});
const answer = z.object({ closed: z.array(z.string()) });

interface CloseOptions {
  readonly through?: EventDay;
  readonly status?: true;
  readonly api: string;
  readonly apiTokenFile?: string;
}

/** `ai-finops ledger close`: closes past days of a running ledger now, or says how far it is. */
export function closeCommand(): Command {
  return new Command('close')
    .description('Close every past day that is still open, up to a day, now; or say which are open')
    .option('--through <YYYY-MM-DD>', 'last UTC day to close', utcDay)
    .option('--status', 'only say how far the books are closed, and what is due when')
    .option('--api <url>', 'the running ledger', 'http://127.0.0.1:4321')
    .addOption(apiTokenOption())
    .action(async (options: CloseOptions) => {
      if ((options.through === undefined) === (options.status === undefined)) {
        throw new Unusable('say which: --through YYYY-MM-DD to close, or --status');
      }
      console.log(options.through === undefined ? await status(options) : await close(options, options.through));
    });
}

async function status({ api, apiTokenFile }: CloseOptions): Promise<string> {
  const response = await fetchFromLedger(apiUrl(api, '/api/v1/closes'), apiTokenFile);
  const { closedThrough, closing } = closes.parse(await response.json());
  return [
    closedThrough === null ? 'no day is closed yet' : `closed through ${closedThrough}`,
    ...closing.map(({ day, due }) => `closing ${day}, due ${due}`),
  ].join('\n');
}

async function close({ api, apiTokenFile }: CloseOptions, through: EventDay): Promise<string> {
  const response = await fetchFromLedger(apiUrl(api, '/api/v1/closes'), apiTokenFile, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ through: dayText(through) }),
  });
  const { closed } = answer.parse(await response.json());
  const range = closed.length > 1 ? `${closed[0]} to ${closed.at(-1)}` : closed[0];
  return closed.length === 0 ? 'no day to close' : `closed ${closed.length} (${range})`;
}

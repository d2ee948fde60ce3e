import { Command } from 'commander';
import { z } from 'zod';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import { utcDay } from './utcDay.ts';

const answer = z.object({ closed: z.array(z.string()) });

/** `ai-finops ledger close --through DAY`: closes past days of a running ledger now. */
export function closeCommand(): Command {
  return new Command('close')
    .description('Close every past day that is still open, up to a day, now')
    .requiredOption('--through <YYYY-MM-DD>', 'last UTC day to close', utcDay)
    .option('--api <url>', 'the running ledger', 'http://127.0.0.1:4321')
    .action(async ({ through, api }: { through: EventDay; api: string }) => {
      const response = await fetchFromLedger(apiUrl(api, '/api/v1/closes'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ through: dayText(through) }),
      });
      const { closed } = answer.parse(await response.json());
      const range = closed.length > 1 ? `${closed[0]} to ${closed.at(-1)}` : closed[0];
      console.log(closed.length === 0 ? 'no day to close' : `closed ${closed.length} (${range})`);
    });
}

import { z } from 'zod';
import { dayName } from '../../fields/dayName.ts';
import type { AnomalyBooks } from '../../store/anomalyBooks.ts';
import type { OpenAnomalyRow } from '../../store/anomalyRow.ts';
import { eventDay } from '../../store/eventDay.ts';
import { parseDay } from '../../store/parseDay.ts';
import { listAnomalies } from '../listAnomalies.ts';
import type { Route } from '../route.ts';

/** How far back anomalies are told where nobody asks for days. */
const DAYS = 28;

const query = z.strictObject({
  from: dayName('First day that stood out').optional(),
  to: dayName('Last day that stood out').optional(),
});

const nanoUsd = z.string().meta({ description: 'Nano-USD' });
const anomaly = z.object({
  feature: z.string(),
  team: z.string(),
  environment: z.string(),
  since: z.string(),
  through: z.string(),
  sentence: z.string(),
  state: z.enum(['open', 'closed']).meta({ description: 'open: the last day is not over, and its close will decide' }),
  until: z
    .string()
    .optional()
    .meta({ description: 'Until when an open day was looked at: its costs are those so far' }),
  nanoUsdPerDay: nanoUsd,
  isDismissed: z.boolean(),
  isWidespread: z.boolean(),
  evidence: z.object({
    days: z.array(
      z.object({
        day: z.string(),
        costNanoUsd: nanoUsd,
        expectedNanoUsd: nanoUsd,
        score: z.number(),
        channel: z.string(),
        windowDays: z.number(),
      })
    ),
    parts: z.array(z.object({ kind: z.string(), nanoUsd, sentence: z.string() })),
  }),
});

/**
 * What stood out, as the last look at each day judged it.
 *
 * @param open what stands out on days that are not closed
 */
export function anomalyRoutes(
  books: Pick<AnomalyBooks, 'anomalies'>,
  open: () => readonly OpenAnomalyRow[],
  now: () => number
): Route[] {
  const list: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/anomalies',
    summary: 'Features whose days stood out, as incidents: since when, dollars a day, why',
    query,
    answers: { 200: z.object({ anomalies: z.array(anomaly) }) },
    handle({ query: { from, to } }) {
      const today = eventDay(now());
      const first = from === undefined ? today - DAYS : (parseDay(from) ?? NaN);
      const last = to === undefined ? today : (parseDay(to) ?? NaN);
      const notClosed = open().filter(({ day }) => day >= first && day <= last);
      return { body: { anomalies: listAnomalies(books.anomalies(first, last, 'last'), notClosed) } };
    },
  };
  return [list as Route];
}

import { z } from 'zod';
import { dayName } from '../../fields/dayName.ts';
import type { AnomalyBooks } from '../../store/anomalyBooks.ts';
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

/** What stood out, as the last look at each day judged it. */
export function anomalyRoutes(books: Pick<AnomalyBooks, 'anomalies'>, now: () => number): Route[] {
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
      return { body: { anomalies: listAnomalies(books.anomalies(first, last, 'last')) } };
    },
  };
  return [list as Route];
}

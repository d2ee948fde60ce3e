import { z } from 'zod';
import { CADENCE_STATES } from '../../analysis/review/reviewCadence.ts';
import type { Ask } from '../../questions/ask.ts';
import { LEVER_STATES } from '../../questions/leverImpact.ts';
import { DECISION_RECORDS } from '../../records/decisionRecords.ts';
import { REVIEW_RECORDS } from '../../records/reviewRecords.ts';
import { eventDay } from '../../store/eventDay.ts';
import { parseWeek } from '../../store/parseWeek.ts';
import { weekText } from '../../store/weekText.ts';
import { weekName } from '../../fields/weekName.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { entrySchema } from '../entrySchema.ts';
import type { Route } from '../route.ts';
import { shownEntry } from '../shownEntry.ts';

const query = z.strictObject({
  week: weekName('The week that is reviewed; the last whole one where it is left out').optional(),
});
const bounded = z.object({ usd: z.number(), low: z.number(), high: z.number() });
const answer = z.object({
  week: z.string(),
  review: entrySchema(REVIEW_RECORDS).nullable(),
  cadence: z.object({
    weeks: z.array(z.object({ week: z.string(), state: z.enum(CADENCE_STATES) })),
    held: z.int(),
    expected: z.int(),
    skippedInARow: z.int(),
  }),
  decisions: z.array(
    z.object({
      decision: entrySchema(DECISION_RECORDS),
      overdueDays: z.int(),
      events: z.array(
        z.object({
          id: z.string(),
          state: z.enum([...LEVER_STATES, 'not_recorded']),
          reason: z.string(),
          saved: bounded.nullable(),
        })
      ),
    })
  ),
});

/** The review of a week: whether reviews are held, and what became of decisions. */
export function reviewRoutes(ask: Ask, now: () => number): Route[] {
  const one: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/review',
    summary:
      "A week's review, which of the last 26 weeks had one, and open decisions with the verdicts of their events",
    query,
    answers: { 200: answer },
    async handle({ query: { week } }) {
      const today = eventDay(now());
      const monday = parseWeek(week ?? weekText(today - 7)) ?? today;
      if (monday > today) {
        throw new ApiRefusal(400, `week: ${week} has not begun: ${weekText(today)} is the newest`, { field: 'week' });
      }
      const { entry, cadence, decisions } = await ask('review', { monday, today });
      return {
        body: {
          week: weekText(monday),
          review: entry ? shownEntry(entry) : null,
          cadence: {
            ...cadence,
            weeks: cadence.weeks.map((one) => ({ week: weekText(one.monday), state: one.state })),
          },
          decisions: decisions.map(({ entry: decision, ...rest }) => ({ decision: shownEntry(decision), ...rest })),
        },
      };
    },
  };
  return [one as Route];
}

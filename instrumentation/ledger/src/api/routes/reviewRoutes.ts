import { z } from 'zod';
import { AGENDA_IDS } from '../../analysis/review/agendaItems.ts';
import { CADENCE_STATES } from '../../analysis/review/reviewCadence.ts';
import type { AskBills } from '../../bills/answers/askBills.ts';
import type { Owners } from '../../ownership/owners.ts';
import type { Ask } from '../../questions/ask.ts';
import { LEVER_STATES } from '../../questions/leverImpact.ts';
import { DECISION_RECORDS } from '../../records/decisionRecords.ts';
import { REVIEW_RECORDS } from '../../records/reviewRecords.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import { parseWeek } from '../../store/parseWeek.ts';
import { weekText } from '../../store/weekText.ts';
import { weekName } from '../../fields/weekName.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { entrySchema } from '../entrySchema.ts';
import type { Route } from '../route.ts';
import { weekAgenda } from '../weekAgenda.ts';
import { shownEntry } from '../shownEntry.ts';

const query = z.strictObject({
  week: weekName('The week that is reviewed; the last whole one where it is left out').optional(),
});
const bounded = z.object({ usd: z.number(), low: z.number(), high: z.number() });
const answer = z.object({
  week: z.string(),
  from: z.string().meta({ format: 'date' }),
  to: z.string().meta({ format: 'date' }),
  review: entrySchema(REVIEW_RECORDS).nullable(),
  agenda: z.array(
    z.object({
      id: z.enum(AGENDA_IDS),
      title: z.string(),
      minutes: z.int(),
      sentences: z.array(z.string()),
      page: z.string().meta({ description: 'The page of the app that has more' }),
    })
  ),
  cadence: z.object({
    weeks: z.array(
      z.object({
        week: z.string(),
        state: z.enum(CADENCE_STATES),
        present: z.array(z.string()).meta({ description: 'The roles that were there' }),
      })
    ),
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

interface ReviewParts {
  readonly ask: Ask;
  readonly askBills: AskBills;
  readonly owners: () => Owners;
  readonly now: () => number;
}

/** The review of a week: its agenda, whether reviews are held, and what became of decisions. */
export function reviewRoutes({ ask, askBills, owners, now }: ReviewParts): Route[] {
  const one: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/review',
    summary:
      "A week's review with its agenda, which of the last 26 weeks had one, and open decisions with their events' verdicts",
    query,
    answers: { 200: answer },
    async handle({ query: { week } }) {
      const today = eventDay(now());
      const monday = parseWeek(week ?? weekText(today - 7)) ?? today;
      if (monday > today) {
        throw new ApiRefusal(400, `week: ${week} has not begun: ${weekText(today)} is the newest`, { field: 'week' });
      }
      const { entry, cadence, presentOf, decisions } = await ask('review', { monday, today });
      const agenda = await weekAgenda({ monday, decisions }, { ask, askBills, owners: owners() });
      return {
        body: {
          week: weekText(monday),
          from: dayText(monday),
          to: dayText(monday + 6),
          review: entry ? shownEntry(entry) : null,
          agenda,
          cadence: {
            ...cadence,
            weeks: cadence.weeks.map((one) => ({
              week: weekText(one.monday),
              state: one.state,
              present: presentOf.get(one.monday) ?? [],
            })),
          },
          decisions: decisions.map(({ entry: decision, ...rest }) => ({ decision: shownEntry(decision), ...rest })),
        },
      };
    },
  };
  return [one as Route];
}

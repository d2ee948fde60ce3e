import { z } from 'zod';
import type { Ask } from '../../questions/ask.ts';
import { LEVER_STATES } from '../../questions/leverImpact.ts';
import type { Lever } from '../../questions/levers.ts';
import type { Owners } from '../../ownership/owners.ts';
import { turnaroundBars } from '../../ownership/turnaroundBars.ts';
import { mustFlipBack } from '../../questions/mustFlipBack.ts';
import { EVENT_RECORDS } from '../../records/eventRecords.ts';
import { dayText } from '../../store/dayText.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { entrySchema } from '../entrySchema.ts';
import type { Route } from '../route.ts';
import { shownEntry } from '../shownEntry.ts';

const share = z.object({ share: z.number(), low: z.number(), high: z.number() });
const bounded = z.object({ usd: z.number(), low: z.number(), high: z.number() });
const impact = z.object({
  state: z.enum(LEVER_STATES),
  reason: z.string(),
  daysAfter: z.number(),
  moreDays: z.number(),
  effect: share.nullable(),
  always: share.nullable(),
  saved: bounded.nullable(),
  annual: bounded.nullable(),
  togetherWith: z.array(z.string()),
  control: z.array(z.string()),
});
const quality = z.object({
  state: z.enum(['keep', 'watch', 'flip_back', 'unknown']),
  before: z.number().nullable(),
  after: z.number().nullable(),
  scores: z.number(),
  evidence: z.string(),
  bar: z.number().nullable(),
});
const turnaround = z.object({
  state: quality.shape.state,
  before: z.number().nullable().meta({ description: 'Mean hours from handing in to done' }),
  after: z.number().nullable(),
  jobs: z.number().meta({ description: 'Batches since' }),
  evidence: z.string(),
  bar: z.number().nullable().meta({ description: 'Hours' }),
});
const measured = {
  event: entrySchema(EVENT_RECORDS),
  impact,
  quality,
  turnaround: turnaround.nullable().meta({ description: 'Of batches; null where it is no matter of batches' }),
};
const state = z.enum(['on', 'flip_back']);
const levers = z.object({
  levers: z.array(z.object({ state, ...measured })),
  saved: bounded,
  annual: bounded,
  expectedUsdPerYear: z.number(),
  left: z.number(),
});
const lever = z.object({
  state,
  evidence: z.string(),
  ...measured,
  days: z.array(z.object({ day: z.string(), usdPerRequest: z.number(), paidUsd: z.number(), requests: z.number() })),
});
const query = z.strictObject({
  id: z.string().min(1).max(300).meta({ description: 'The id of the event' }),
});

/** What optimizations did to cost and quality. */
export function leverRoutes(ask: Ask, owners: () => Owners): Route[] {
  const asked = (id?: string) => ask('levers', { id, turnaroundBars: turnaroundBars(owners()) });
  const list: Route = {
    method: 'GET',
    path: '/api/v1/levers',
    summary: 'Every optimization with its verdict, its effect on cost per request, what it saved and its quality',
    answers: { 200: levers },
    async handle() {
      const { levers: listed, ...sums } = await asked();
      return { body: { levers: listed.map((one) => ({ state: stateOf(one), ...shown(one) })), ...sums } };
    },
  };
  const one: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/lever',
    summary: 'Whether one optimization may stay on, for a router or flag service to obey, and the evidence',
    query,
    answers: { 200: lever },
    async handle({ query: { id } }) {
      const [found] = (await asked(id)).levers;
      if (!found) {
        throw new ApiRefusal(404, 'there is no event with this id', { field: 'id' });
      }
      const days = found.days.map(({ day, log, usd, requests }) => ({
        day: dayText(day),
        usdPerRequest: Math.exp(log),
        paidUsd: usd,
        requests,
      }));
      return { body: { state: stateOf(found), evidence: evidenceOf(found), ...shown(found), days } };
    },
  };
  return [list, one as Route];
}

const shown = ({ entry, impact: found, quality: judged, turnaround: took }: Lever) => ({
  event: shownEntry(entry),
  impact: found,
  quality: judged,
  turnaround: took,
});

const stateOf = (lever: Lever): z.infer<typeof state> => (mustFlipBack(lever) ? 'flip_back' : 'on');

/** Why the state is what it is: what rules nothing says so, and a bar that is broken comes before one that is held. */
function evidenceOf({ entry, impact: found, quality: judged, turnaround: took }: Lever): string {
  if (entry.state === 'withdrawn') {
    return found.reason;
  }
  const parts = [
    { state: judged.state, words: judged.evidence },
    ...(took ? [{ state: took.state, words: `Turnaround: ${took.evidence}` }] : []),
  ];
  const broken = parts.filter((part) => part.state === 'flip_back');
  const words = (broken.length > 0 ? broken : parts).map((part) => part.words).join(' ');
  return entry.state === 'closed' ? `Closed: it rules nothing. ${words}` : words;
}

import { z } from 'zod';
import { count } from '../../fields/count.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import type { Ask } from '../../questions/ask.ts';
import type { Segment } from '../../questions/segments.ts';
import { eventDay } from '../../store/eventDay.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import type { Route } from '../route.ts';

const DEFAULT_DAYS = 30;

const query = BOOK_QUERY.omit({ tenant: true });
const signed = (description: string) =>
  z
    .string()
    .regex(/^-?\d+$/)
    .meta({ description });
const answer = z.object({
  segments: z.array(
    z.object({
      ...{ feature: z.string(), request_type: z.string(), provider: z.string(), model: z.string() },
      service_tier: z.string(),
      calls: count('First attempts, in the books of their own days'),
      attempts: count('All attempts, the first ones included'),
      lateCalls: signed('First attempts booked later; below 0 where a correction took more away'),
      lateAttempts: signed('All attempts booked later'),
      costNanoUsd: nanoUsd('In the books of its own days: of closed days it never changes'),
      lateNanoUsd: nanoUsd('Of its calls that came after their day closed, and corrections: adjustments of later days'),
      restatedNanoUsd: nanoUsd('The two together'),
      components: z
        .array(
          z.object({
            component: z.string(),
            quantity: count('Tokens or uses, in the books of their own days'),
            lateQuantity: signed('Those booked later'),
            costNanoUsd: nanoUsd('Their part of the segment’s costNanoUsd'),
            lateNanoUsd: nanoUsd('Their part of its lateNanoUsd'),
          })
        )
        .meta({ description: 'What was used, by billing component: their costs make the segment’s' }),
    })
  ),
});

/** What cost is made of, to say why it changed. */
export function segmentRoute(ask: Ask, now: () => number): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/segments',
    summary: 'Calls, retries, tokens and cost by component of each feature, request type, provider, model and tier',
    query,
    answers: { 200: answer },
    async handle({ query: { from, to, ...filter } }) {
      const today = eventDay(now());
      const range = bookRange({ from, to }, { from: (to ?? today) - DEFAULT_DAYS + 1, to: today });
      const segments = await ask('segments', { ...filter, ...range });
      return { body: { segments: segments.map(shown) } satisfies z.infer<typeof answer> };
    },
  };
  return route as Route;
}

function shown({ labels, own, late }: Segment) {
  const cost = sumOf(own);
  const lateCost = sumOf(late);
  const names = [...new Set([...own.components, ...late.components].map(({ component }) => component))].sort();
  return {
    ...labels,
    calls: String(own.calls),
    attempts: String(own.attempts),
    lateCalls: String(late.calls),
    lateAttempts: String(late.attempts),
    costNanoUsd: String(cost),
    lateNanoUsd: String(lateCost),
    restatedNanoUsd: String(cost + lateCost),
    components: names.map((component) => {
      const [mine, later] = [own, late].map((sums) => sums.components.find((one) => one.component === component));
      return {
        component,
        quantity: String(mine?.quantity ?? 0),
        lateQuantity: String(later?.quantity ?? 0),
        costNanoUsd: String(mine?.costNanoUsd ?? 0n),
        lateNanoUsd: String(later?.costNanoUsd ?? 0n),
      };
    }),
  };
}

function sumOf({ components }: Segment['own']): bigint {
  return components.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n);
}

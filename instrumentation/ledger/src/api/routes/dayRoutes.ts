import { z } from 'zod';
import { eventDay } from '../../store/eventDay.ts';
import type { Store } from '../../store/store.ts';
import { listDays } from '../listDays.ts';
import type { Route } from '../route.ts';

const nano = z.string().regex(/^-?\d+$/);

export function dayRoutes(books: Store['books'], now: () => number): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/days',
      summary: 'Every day from the first booked one to today',
      answers: {
        200: z.object({
          days: z.array(
            z.object({
              day: z.string(),
              state: z.enum(['open', 'closing', 'closed']),
              costNanoUsd: nano,
              requests: z.string(),
              adjustmentNanoUsd: nano,
            })
          ),
        }),
      },
      handle: () => ({ body: { days: listDays(books.days(), books.dayTotals(), eventDay(now())) } }),
    },
  ];
}

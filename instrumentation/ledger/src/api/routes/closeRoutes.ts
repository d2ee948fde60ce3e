import { z } from 'zod';
import type { Closer } from '../../closes/createCloser.ts';
import { dayName } from '../../fields/dayName.ts';
import { dayText } from '../../store/dayText.ts';
import { parseDay } from '../../store/parseDay.ts';
import type { Store } from '../../store/store.ts';
import { listCloses } from '../listCloses.ts';
import type { Route } from '../route.ts';

const closesBody = z.strictObject({ through: dayName('The last day to close') });

/** How far the books are closed, and closing them. */
export function closeRoutes(books: Store['books'], closer: Closer): Route[] {
  const close: Route<unknown, z.infer<typeof closesBody>> = {
    method: 'POST',
    path: '/api/v1/closes',
    summary: 'Close every past day that is open up to one, for good',
    role: 'Admin',
    body: closesBody,
    answers: { 200: z.object({ closed: z.array(z.string()) }) },
    async handle({ body }) {
      const closed = await closer.closeThrough(parseDay(body.through) ?? NaN);
      return { body: { closed: closed.map(dayText) } };
    },
  };
  return [
    {
      method: 'GET',
      path: '/api/v1/closes',
      summary: 'How far the books are closed, and which days are due when',
      answers: {
        200: z.object({
          closedThrough: z.string().nullable(),
          closing: z.array(z.object({ day: z.string(), due: z.string() })),
        }),
      },
      handle: () => ({ body: listCloses(books.days(), closer.scheduled()) }),
    },
    close as Route,
  ];
}

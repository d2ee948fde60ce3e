import { z } from 'zod';
import type { Route } from '../route.ts';

const probe = z.object({ status: z.string() });

/** Whether the ledger is there, and whether it can write. */
export function probeRoutes(readiness: (() => Promise<string | undefined>) | undefined): Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      summary: 'Whether the process answers',
      isOpen: true,
      answers: { 200: probe },
      handle: () => ({ body: { status: 'ok' } }),
    },
    {
      method: 'GET',
      path: '/readyz',
      summary: 'Whether calls can be booked; status says why not',
      isOpen: true,
      answers: { 200: probe, 503: probe },
      async handle() {
        const reason = await readiness?.();
        return { httpStatus: reason === undefined ? 200 : 503, body: { status: reason ?? 'ok' } };
      },
    },
  ];
}

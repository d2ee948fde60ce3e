import { z } from 'zod';
import type { CloseFamily } from '../../closes/closeFamily.ts';
import { exportOpenMetrics } from '../../closes/exportOpenMetrics.ts';
import type { Store } from '../../store/store.ts';
import { dayParameter } from '../../fields/dayParameter.ts';
import type { Route } from '../route.ts';
import { sendExport } from '../sendExport.ts';

const query = z.strictObject({
  from: dayParameter('First day').optional(),
  to: dayParameter('Last day').optional(),
});

/** The closes as text that rebuilds a Prometheus. */
export function exportRoutes(books: Store['books'], otherFamilies: readonly CloseFamily[] | undefined): Route[] {
  const openMetrics: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/export/openmetrics',
    summary: 'All closed days as OpenMetrics',
    query,
    answers: { 200: 'application/openmetrics-text' },
    async handle({ query: { from, to }, response }) {
      await sendExport(response, exportOpenMetrics(books, { from, to }, otherFamilies));
      return undefined;
    },
  };
  return [openMetrics as Route];
}

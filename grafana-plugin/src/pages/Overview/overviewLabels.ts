import type { Label } from '../../queries/label.ts';

/** What the Overview splits by: what people answer for. The rest is Attribution's. */
export const overviewLabels = ['feature', 'team', 'tenant', 'request_type'] as const satisfies readonly Label[];

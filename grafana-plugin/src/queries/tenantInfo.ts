import { METRIC } from '@ai-finops/instrumentation/contract';
import { selector } from './selector.ts';

/** What is the tenant, and what does it pay for? Asked for now. */
export const tenantInfo = (tenant: string): string =>
  `group by (segment, plan) (${selector(METRIC.tenantInfo, { tenant })})`;

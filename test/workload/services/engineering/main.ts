import { withAttribution } from '@ai-finops/instrumentation';
import { startService } from '../startService.ts';
import { reviewChange } from './reviewChange.ts';

startService({
  'POST /reviews': ({ tenant, body }) =>
    withAttribution(
      { feature: 'code-review', team: 'engineering', tenant, requestType: 'agent', task: `review-${body['change']}` },
      () => reviewChange(body['change'] ?? '')
    ),
});

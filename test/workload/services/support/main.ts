import { withAttribution } from '@ai-finops/instrumentation';
import { startService } from '../startService.ts';
import { assist } from './assist.ts';
import { tagTicket } from './tagTicket.ts';

startService({
  'POST /assistant': (request) =>
    withAttribution(
      {
        feature: 'assistant',
        team: 'support',
        tenant: request.tenant,
        user: request.user,
        requestType: 'interactive',
        task: 'conversation',
      },
      () => assist(request)
    ),
  'POST /tickets': ({ tenant, body }) =>
    withAttribution({ feature: 'tagging', team: 'support', tenant, requestType: 'background' }, () =>
      tagTicket(body['ticket'] ?? '')
    ),
});

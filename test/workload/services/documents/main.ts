import { withAttribution } from '@ai-finops/instrumentation';
import { startService } from '../startService.ts';
import { summarise } from './summarise.ts';
import { writeDigest } from './writeDigest.ts';

startService({
  'POST /summaries': ({ tenant, user, body, signal, write }) =>
    withAttribution({ feature: 'summaries', team: 'documents', tenant, user, requestType: 'interactive' }, () =>
      summarise(body['title'] ?? 'untitled', signal, write)
    ),
  'POST /digests': ({ tenant }) =>
    withAttribution({ feature: 'digest', team: 'documents', tenant, requestType: 'background' }, () =>
      writeDigest(tenant ?? 'everyone')
    ),
});

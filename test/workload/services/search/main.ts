import { withAttribution } from '@ai-finops/instrumentation';
import { startService } from '../startService.ts';
import { answerQuestion } from './answerQuestion.ts';
import { correctSpelling } from './correctSpelling.ts';

startService({
  'POST /answers': ({ tenant, user, body, signal }) =>
    withAttribution({ feature: 'search', team: 'search', tenant, user, requestType: 'interactive' }, () =>
      answerQuestion(body['question'] ?? '', signal)
    ),
  // Nobody has said yet what this is for: the demo's unallocated slice.
  'POST /spelling': ({ body }) => correctSpelling(body['query'] ?? ''),
});

import { traceQuery } from './traceQuery.ts';

test('says the filter as spans know it, and names what they do not know', () => {
  const { expr, left } = traceQuery(
    {
      environment: 'production',
      filters: [
        { label: 'feature', values: ['search', 'unallocated'] },
        { label: 'model', values: ['gpt-5.4'] },
        { label: 'team', values: ['Search'] },
      ],
    },
    'run-1'
  );
  expect(expr).toBe(
    '{ (span.ai_finops.feature="search" || span.ai_finops.feature=nil) && span.gen_ai.request.model="gpt-5.4"' +
      ' && resource.deployment.environment.name="production" && span.ai_finops.task="run-1"' +
      ' && span.gen_ai.provider.name!=nil }'
  );
  expect(left).toEqual(['team']);
});

test('a hostile name stays one string', () => {
  const { expr } = traceQuery({ filters: [{ label: 'tenant', values: ['" || true } | {\\'] }] }, undefined);
  expect(expr).toBe('{ span.ai_finops.tenant="\\" || true } | {\\\\" && span.gen_ai.provider.name!=nil }');
});

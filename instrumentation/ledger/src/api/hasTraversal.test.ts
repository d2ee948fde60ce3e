import { hasTraversal } from './hasTraversal.ts';

test.each([
  '/api/v1/../../metrics',
  '/..',
  '/api/v1/%2e%2e/metrics',
  '/api/v1/..%2f..%2fmetrics',
  '/api/v1/%2E%2E%2Fmetrics',
  '/api/v1/..%5cmetrics',
  '/api/v1/%252e%252e%252fmetrics',
  '/api/v1\\..\\metrics',
  '/./api',
  '/api/v1/..',
])('%s is refused', (target) => {
  expect(hasTraversal(target)).toBe(true);
});

test.each(['/api/v1/days', '/api/v1/days?through=../..', '/api/v1/a..b', '/...', '/'])('%s is not', (target) => {
  expect(hasTraversal(target)).toBe(false);
});

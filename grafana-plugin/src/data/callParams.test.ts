import { callParams } from './callParams.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

test('a rolling time starts that long ago and has no end; days are as they were chosen', () => {
  expect(callParams({}, '24h', undefined, NOW)).toEqual({ from: '2026-11-21T12:00:00.000Z' });
  expect(callParams({}, { from: '2026-11-20', to: '2026-11-21' }, 'run-1', NOW)).toEqual({
    from: '2026-11-20',
    to: '2026-11-21',
    task: 'run-1',
  });
});

test('filters are the parameters of the same name, several values any of them', () => {
  const filters = [
    { label: 'request_type' as const, values: ['chat', 'batch'] },
    { label: 'tenant' as const, values: [''] },
  ];
  expect(callParams({ environment: 'production', filters }, '1h', undefined, NOW)).toEqual({
    from: '2026-11-22T11:00:00.000Z',
    request_type: ['chat', 'batch'],
    environment: 'production',
  });
});

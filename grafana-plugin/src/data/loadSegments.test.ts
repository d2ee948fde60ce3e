import { askLedger } from './askLedger.ts';
import { loadSegments } from './loadSegments.ts';

jest.mock('./askLedger.ts', () => ({ askLedger: jest.fn() }));

const days = { firstDay: 0, lastDay: 0 } as Parameters<typeof loadSegments>[1];
const asked = jest.mocked(askLedger);
beforeEach(() => asked.mockReset().mockResolvedValue({ kind: 'value', value: { segments: [] } }));

test.each([
  ['a name that is longer than any of the books', ['x'.repeat(129)]],
  ['an unprintable one', ['a\u0000b']],
  ['one with blanks around it', [' search']],
  ['what has none', ['']],
  ['what Prometheus folded', ['search', 'other']],
  ['too many at once', Array.from({ length: 51 }, (_, index) => `feature-${index}`)],
])('%s is not asked for: the ledger would refuse, or mean another', async (_what, values) => {
  const answer = await loadSegments({ environment: 'production', filters: [{ label: 'feature', values }] }, days);
  expect(answer).toEqual({ kind: 'absent' });
  expect(asked).not.toHaveBeenCalled();
});

test('what the books may have is asked for, hostile or not', async () => {
  const values = ['"} or vector(1) #', '<img src=x onerror=alert(1)>', '\u202eabc'];
  const scope = { environment: 'production', filters: [{ label: 'feature' as const, values }] };
  expect(await loadSegments(scope, days)).toEqual({ kind: 'value', value: [] });
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ feature: values, environment: 'production' });
});

import { act, renderHook } from '@testing-library/react';
import { useLoaded } from './useLoaded.ts';

let hidden = false;
beforeEach(() => {
  jest.useFakeTimers();
  hidden = false;
  jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const settle = () => act(() => jest.advanceTimersByTimeAsync(0));
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const show = () => act(() => Promise.resolve(document.dispatchEvent(new Event('visibilitychange'))));

test('loads again while it is seen, rests while it is not, and at once when it is seen again', async () => {
  let count = 0;
  const { result } = renderHook(() => useLoaded('key', () => Promise.resolve((count += 1)), 10_000));
  expect(result.current).toMatchObject({ value: undefined, loading: true });
  await settle();
  expect(result.current).toMatchObject({ value: 1, loading: false });
  await pass(10_000);
  expect(result.current.value).toBe(2);
  hidden = true;
  await pass(60_000);
  expect(count).toBe(3);
  hidden = false;
  await show();
  await settle();
  expect(result.current.value).toBe(4);
});

test('keeps the last value, and says what failed, until it works again', async () => {
  let load = () => Promise.resolve('first');
  const { result } = renderHook(() => useLoaded('key', () => load()));
  await settle();
  load = () => Promise.reject(new Error('no connection'));
  act(() => result.current.retry());
  await settle();
  expect(result.current).toMatchObject({ value: 'first', failed: 'no connection' });
  load = () => Promise.resolve('second');
  act(() => result.current.retry());
  await settle();
  expect(result.current).toMatchObject({ value: 'second', failed: undefined });
});

test('an answer for what is no longer asked is dropped', async () => {
  const answers = new Map<string, (value: string) => void>();
  const load = (key: string) => () => new Promise<string>((resolve) => answers.set(key, resolve));
  const { result, rerender } = renderHook(({ key }) => useLoaded(key, load(key)), { initialProps: { key: 'a' } });
  rerender({ key: 'b' });
  answers.get('b')?.('of b');
  await settle();
  answers.get('a')?.('of a');
  await settle();
  expect(result.current).toMatchObject({ value: 'of b', loading: false });
});

import { createReadiness } from './createReadiness.ts';

test('ready is what can write, tried at most once a second', async () => {
  let nowMs = 0;
  let tries = 0;
  let fails = false;
  const ready = createReadiness(
    async () => {
      tries += 1;
      if (fails) {
        throw new Error('disk full');
      }
    },
    () => nowMs
  );
  expect(await ready()).toBeUndefined();
  fails = true;
  nowMs = 999;
  expect(await ready()).toBeUndefined();
  nowMs = 1_000;
  expect(await ready()).toBe('the books cannot be written: disk full');
  fails = false;
  nowMs = 2_000;
  expect(await ready()).toBeUndefined();
  expect(tries).toBe(3);
});

test('a store that does not answer is not ready', async () => {
  jest.useFakeTimers();
  const ready = createReadiness(
    () => new Promise(() => undefined),
    () => 0
  );
  const answer = ready();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await answer).toBe('the store did not answer within 2 s');
  jest.useRealTimers();
});

import { setImmediate } from 'node:timers/promises';
import { createRerunner } from './createRerunner.ts';

test('runs one after the other, and once more for all that came meanwhile', async () => {
  const ends: (() => void)[] = [];
  const { run, stop } = createRerunner(
    () => new Promise((resolve) => ends.push(resolve)),
    () => undefined
  );
  run();
  run();
  run();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await setImmediate();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await setImmediate();
  expect(ends).toHaveLength(2);
  await stop();
});

test('a failure is told and the next run tries again; what fails once it was stopped is none', async () => {
  const told: string[] = [];
  let fail: ((error: unknown) => void) | undefined;
  const runs = createRerunner(
    () => new Promise((_resolve, reject) => (fail = reject)),
    ({ message }) => told.push(message)
  );
  runs.run();
  fail?.('no answer');
  await setImmediate();
  expect(told).toEqual(['no answer']);
  runs.run();
  const stopped = runs.stop();
  expect(runs.isStopped()).toBe(true);
  fail?.(new Error('the ledger stops'));
  await stopped;
  runs.run();
  await setImmediate();
  expect(told).toEqual(['no answer']);
});

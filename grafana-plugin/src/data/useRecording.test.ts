import { act, renderHook } from '@testing-library/react';
import { changeRecord } from './changeRecord.ts';
import { useRecording } from './useRecording.ts';

jest.mock('./changeRecord.ts', () => ({ changeRecord: jest.fn() }));

const steps = ['create', 'edit', 'close'].map((action) => ({ action }));

test('is busy until all is recorded, and stops at what fails, with its words', async () => {
  const answers: ((words: string | undefined) => void)[] = [];
  const asked = jest.mocked(changeRecord).mockImplementation(() => new Promise((answer) => answers.push(answer)));
  const { result } = renderHook(() => useRecording('reviews'));
  const run = jest.fn();
  act(() => void result.current.run(...steps).then(run));
  await act(async () => answers[0]?.(undefined));
  expect([result.current.isBusy, answers.length]).toEqual([true, 2]);
  await act(async () => answers[1]?.('the note is missing'));
  expect(result.current).toMatchObject({ isBusy: false, words: 'the note is missing' });
  expect(asked.mock.calls).toEqual([
    ['reviews', steps[0]],
    ['reviews', steps[1]],
  ]);

  act(() => void result.current.run({ action: 'close' }).then(run));
  await act(async () => answers[2]?.(undefined));
  expect(result.current).toMatchObject({ isBusy: false, words: undefined });
  expect(run.mock.calls).toEqual([[false], [true]]);
});

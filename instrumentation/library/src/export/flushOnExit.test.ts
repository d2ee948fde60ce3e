import { flushOnExit } from './flushOnExit.ts';

let recorded = 0;
const flush = jest.fn((_ms: number) => Promise.resolve());
const abandon = jest.fn();
const own = jest.fn();
let undo: () => void;

beforeEach(() => {
  recorded = 1;
  jest.clearAllMocks();
  undo = flushOnExit({ recorded: () => recorded, flush, abandon });
});
afterEach(() => {
  undo();
  process.off('SIGTERM', own);
});

test('where the application handles a signal itself, what waits is sent at once and the rest is left to it', () => {
  process.on('SIGTERM', own);
  process.emit('SIGTERM', 'SIGTERM');
  expect(flush.mock.calls).toEqual([[3000]]);
  expect(own).toHaveBeenCalledTimes(1);
});

test('a process without work sends what waits, once for each new record', () => {
  process.emit('beforeExit', 0);
  process.emit('beforeExit', 0);
  expect(flush).toHaveBeenCalledTimes(1);
  recorded = 2;
  process.emit('beforeExit', 0);
  expect(flush).toHaveBeenCalledTimes(2);
});

test('undone, it hears no signal', () => {
  undo();
  process.on('SIGTERM', own);
  process.emit('SIGTERM', 'SIGTERM');
  expect(flush).not.toHaveBeenCalled();
});

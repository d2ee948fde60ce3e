import { createLog } from './createLog.ts';

const NOW = Date.UTC(2026, 10, 22, 13);

function logged(format: 'json' | 'text'): string {
  let text = '';
  const log = createLog(
    format,
    (line) => (text += line),
    () => NOW
  );
  log('info', 'days closed', { days: 2, through: '2026-11-21', nothing: undefined });
  log('error', 'store failed', { error: 'line\nbreak "quoted"' });
  return text;
}

test('json is one object a line', () => {
  const lines = logged('json').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time: '2026-11-22T13:00:00.000Z', level: 'info', message: 'days closed', days: 2, through: '2026-11-21' },
    { time: '2026-11-22T13:00:00.000Z', level: 'error', message: 'store failed', error: 'line\nbreak "quoted"' },
  ]);
});

test('text is one line an event too', () => {
  expect(logged('text')).toBe(
    '2026-11-22T13:00:00.000Z info days closed days=2 through="2026-11-21"\n' +
      '2026-11-22T13:00:00.000Z error store failed error="line\\nbreak \\"quoted\\""\n'
  );
});

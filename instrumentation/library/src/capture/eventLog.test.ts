import fc from 'fast-check';
import { captureHealth } from './captureHealth.ts';
import { EventLog } from './eventLog.ts';

interface Subject {
  readonly told: string[];
  received: string;
}
const subject = (): Subject => ({ told: [], received: '' });

function logOf(onEnded: (ended: Subject) => void = () => undefined, lingerMs = 10_000): EventLog<Subject> {
  return new EventLog<Subject>(
    {
      sent: ({ told }, bytes, from, to) => void told.push(`sent ${bytes.toString('latin1', from, to)}`),
      headers: ({ told }, status, headers) => void told.push(`headers ${status} ${String(headers)}`),
      received(to_, bytes, from, to) {
        to_.received += bytes.toString('latin1', from, to);
      },
      ended(ended, _tick, hasFailed, failure) {
        ended.told.push(`ended ${hasFailed} ${String(failure)}`);
        onEnded(ended);
      },
    },
    lingerMs
  );
}

it('tells each exchange all that happened to it, in order, however events of many mix and however large they are', () => {
  const length = fc.oneof(fc.nat(300), fc.constantFrom(8191, 8192, 8193, 40_000, 70_000));
  const event = fc.record({ at: fc.nat(4), kind: fc.constantFrom('sent', 'received', 'headers'), length });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 700 }), fc.constantFrom('all', 'some', 'none'), (events, midway) => {
      const log = logOf();
      const subjects = Array.from({ length: 5 }, subject);
      const expected = Array.from({ length: 5 }, subject);
      events.forEach(({ at, kind, length: size }, index) => {
        const [told, wanted] = [subjects[at] as Subject, expected[at] as Subject];
        const text = String.fromCharCode(97 + (index % 26)).repeat(kind === 'sent' ? size % 300 : size);
        if (kind === 'headers') {
          log.headers(told, index, text.length);
          wanted.told.push(`headers ${index} ${text.length}`);
        } else if (kind === 'sent') {
          log.sent(told, Buffer.from(text));
          wanted.told.push(`sent ${text}`);
        } else {
          log.received(told, Buffer.from(text));
          wanted.received += text;
        }
        if (midway === 'all' && index === 100) {
          log.readAll();
        } else if (midway === 'some' && index % 90 === 80) {
          void log.readInTurns();
        }
      });
      subjects.forEach((one) => log.ended(one, false, undefined));
      log.readAll();
      expected.forEach(({ told }) => told.push('ended false undefined'));
      expect(subjects).toEqual(expected);
    }),
    { numRuns: 30 }
  );
});

it('reads over several turns where somebody waits', async () => {
  const log = logOf();
  const subjects = Array.from({ length: 200 }, subject);
  const ended = () => subjects.filter(({ told }) => told.length > 0).length;
  subjects.forEach((one) => log.ended(one, false, undefined));
  const isRead = log.readInTurns();
  expect(ended()).toBeLessThan(100);
  await isRead;
  expect(ended()).toBe(200);
});

it('reads all before what happens in such a turn', () => {
  const last = subject();
  const log = logOf((ended) => ended !== last && log.ended(last, true, 'meanwhile'));
  log.ended(subject(), false, undefined);
  for (let number = 0; number < 150; number += 1) {
    log.headers(last, number, 'before');
  }
  void log.readInTurns();
  expect(last.told).toHaveLength(151);
  expect(last.told.at(-1)).toBe('ended true meanwhile');
});

it('keeps no chunk of the application: what it writes into one later is not read', () => {
  const log = logOf();
  const one = subject();
  const chunk = Buffer.from('as it came');
  log.received(one, chunk);
  chunk.fill(0);
  log.readAll();
  expect(one.received).toBe('as it came');
});

it('reads later, in order, what happens while it reads', () => {
  const other = subject();
  const log = logOf((ended) => {
    if (ended !== other) {
      log.headers(other, 200, 'h');
      log.received(other, Buffer.from('body'));
      log.ended(other, true, 'cut');
      log.readAll();
      expect(other).toEqual(subject());
    }
  });
  const one = subject();
  log.ended(one, false, undefined);
  log.ended(one, false, undefined);
  log.readAll();
  expect(other.told).toEqual(['headers 200 h', 'ended true cut', 'headers 200 h', 'ended true cut']);
  expect(other.received).toBe('bodybody');
});

it('loses nothing else to an exchange that cannot be read, and counts it', () => {
  const failing = subject();
  const log = logOf((ended) => {
    if (ended === failing) {
      throw new Error('unreadable');
    }
  });
  const one = subject();
  log.ended(failing, false, undefined);
  log.ended(one, false, undefined);
  log.readAll();
  expect(one.told).toHaveLength(1);
  expect(captureHealth.handlerErrors).toBe(1);
  captureHealth.handlerErrors = 0;
});

it('is read by itself soon after', async () => {
  const ended = new Promise<Subject>((resolve) => {
    logOf(resolve, 1).ended(subject(), false, undefined);
  });
  expect((await ended).told).toEqual(['ended false undefined']);
});

import fc from 'fast-check';
import { bedrockEvent } from '../../../testing/bedrockEvent.ts';
import { bedrockExchange } from '../../../testing/bedrockExchange.ts';
import { cutAnywhere } from '../../../testing/cutAnywhere.ts';
import { eventFrame } from '../../../testing/eventFrame.ts';
import { asBuffer } from '../asBuffer.ts';
import { fieldNode } from '../wire/fieldNode.ts';
import { EventStreamScanner } from './eventStreamScanner.ts';

const TREE = fieldNode({ stopReason: 'finishReason', usage: { inputTokens: '#inputTokens' } });
const read = (chunks: readonly Uint8Array[]) => {
  const fields: [string, string | number][] = [];
  const scanner = new EventStreamScanner(TREE, { take: (field, value) => fields.push([field, value]) });
  chunks.forEach((chunk) => scanner.write(asBuffer(chunk)));
  return { scanner, fields };
};
const whole = Buffer.concat(bedrockExchange.converse);

it('finds the same in any chunks', () => {
  const expected = read([whole]).fields;
  expect(expected).toEqual(
    expect.arrayContaining([
      ['inputTokens', 210],
      ['finishReason', 'end_turn'],
      ['eventType', 'metadata'],
    ])
  );
  fc.assert(fc.property(cutAnywhere(whole), (chunks) => expect(read(chunks).fields).toEqual(expected)));
});

it('survives any bytes, and stops at what is no stream', () => {
  const part = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...bedrockExchange.invoke));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (chunks) => {
      const { fields } = read(chunks);
      expect(fields.every(([, value]) => typeof value === 'string' || Number.isSafeInteger(value))).toBe(true);
    })
  );
  expect(read([Buffer.alloc(64, 7), whole]).scanner.isBroken).toBe(true);
  expect(read([Buffer.alloc(64, 7), whole]).fields).toEqual([]);
});

it('lets a frame of 20 MB pass without holding it', () => {
  const picture = bedrockEvent('contentBlockDelta', { delta: { image: 'x'.repeat(20_000_000) } });
  const chunks = Array.from({ length: Math.ceil(picture.length / 65_536) }, (_none, at) =>
    picture.subarray(at * 65_536, (at + 1) * 65_536)
  );
  const before = process.memoryUsage().arrayBuffers;
  const { scanner, fields } = read([...chunks, whole]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  expect(scanner.isBroken).toBe(false);
  expect(fields).toContainEqual(['eventType', 'metadata']);
});

it('names an exception, and passes over headers of other types', () => {
  const payload = Buffer.from('{"message":"Too many tokens"}');
  const { fields } = read([
    eventFrame({ ':message-type': 'exception', ':exception-type': 'throttlingException' }, payload),
  ]);
  expect(fields).toEqual([['errorType', 'throttlingException']]);
});

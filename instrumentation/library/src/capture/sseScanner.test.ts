import fc from 'fast-check';
import { anthropicExchange } from '../../testing/anthropicExchange.ts';
import { openaiExchange } from '../../testing/openaiExchange.ts';
import { responsesExchange } from '../../testing/responsesExchange.ts';
import { SseScanner } from './sseScanner.ts';
import { anthropicMessages } from './wire/anthropicMessages.ts';
import { openaiChatCompletions } from './wire/openaiChatCompletions.ts';
import { openaiResponses } from './wire/openaiResponses.ts';
import type { ResponseFields } from './wire/responseFields.ts';
import { responseNodes } from './wire/responseNodes.ts';
import type { WireFormat } from './wire/wireFormat.ts';

function scan(format: WireFormat, bytes: Uint8Array, cuts: readonly number[]) {
  const fields: ResponseFields = {};
  const { event, telling } = responseNodes(format);
  const scanner = new SseScanner(event, telling, { take: (field, value) => Object.assign(fields, { [field]: value }) });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    // Each write is a buffer of its own, as a socket gives them.
    scanner.write(Buffer.from(bytes.subarray(from, cut)));
    from = cut;
  }
  scanner.finish();
  return {
    usage: format.usage(fields),
    id: fields.id,
    model: fields.model,
    finish: fields.finishReason,
    isDone: scanner.isDone,
  };
}

const cases = [
  ['OpenAI', openaiChatCompletions, openaiExchange, true, 'stop'],
  ['OpenAI responses', openaiResponses, responsesExchange, false, undefined],
  ['Anthropic', anthropicMessages, anthropicExchange, false, 'end_turn'],
] as const;

describe.each(cases)('an event stream of %s', (_name, format, exchange, isDone, finish) => {
  const expected = { usage: exchange.usage, id: exchange.id, model: exchange.model, finish, isDone };
  const bytes = Buffer.from(exchange.stream.join(''));

  it('reads the same whichever byte it is cut at', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(scan(format, bytes, [cut])).toEqual(expected);
    }
  });

  it('reads the same byte by byte, with CRLF, and cut anywhere', () => {
    expect(
      scan(
        format,
        bytes,
        Array.from(bytes, (_byte, at) => at)
      )
    ).toEqual(expected);
    const crlf = Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
    expect(scan(format, crlf, [])).toEqual(expected);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: bytes.length })), (cuts) => {
        expect(
          scan(
            format,
            bytes,
            cuts.sort((a, b) => a - b)
          )
        ).toEqual(expected);
      })
    );
  });

  it('gives no usage of a stream cut before any came, and throws at no damage', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ maxLength: 8 }), fc.nat(), (at, noise, cut) => {
        const damaged = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
        scan(format, damaged, [cut % damaged.length]);
      })
    );
    expect(scan(format, bytes.subarray(0, 20), []).usage).toBeUndefined();
  });
});

it('takes text that looks like the end for text', () => {
  const text = Buffer.from(
    'data: {"choices":[{"delta":{"content":"data: [DONE]"}}]}\n\n: [DONE]\nid: [DONE]\ndata: [DON\n'
  );
  expect(scan(openaiChatCompletions, text, []).isDone).toBe(false);
  expect(scan(openaiChatCompletions, Buffer.from('data:[DONE]'), []).isDone).toBe(true);
});

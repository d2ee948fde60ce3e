import fc from 'fast-check';
import { modelAtHead } from './modelAtHead.ts';
import { RequestModel } from './requestModel.ts';

const bytes = (text: string) => Buffer.from(text);

it.each([
  ['{"model":"gpt-5.1","messages":[]}', 'gpt-5.1'],
  ['{"model":"gpt-5.1', undefined],
  ['{"model":""}', undefined],
  ['{"model":"a\\"b"}', undefined],
  ['{"messages":[],"model":"gpt-5.1"}', undefined],
  ['{"model":null}', undefined],
  [`{"model":"${'m'.repeat(257)}"}`, undefined],
  ['', undefined],
])('%s: %s', (text, model) => {
  expect(modelAtHead(bytes(text))).toBe(model);
});

it('says what reading the whole request says, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.jsonValue(), (model, more) => {
      const request = bytes(JSON.stringify({ model, more }));
      const whole = new RequestModel(undefined);
      whole.read(request);
      const atHead = modelAtHead(request);
      expect(atHead === undefined || atHead === whole.model).toBe(true);
      expect(atHead !== undefined || /["\\\p{Cc}\p{Cs}]/u.test(model)).toBe(true);
    })
  );
});

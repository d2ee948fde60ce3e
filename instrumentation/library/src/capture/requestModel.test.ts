import fc from 'fast-check';
import { RequestModel } from './requestModel.ts';

function read(body: Buffer, cuts: readonly number[], known?: string): string | undefined {
  const subject = new RequestModel(known);
  let at = 0;
  for (const cut of [...cuts.filter((one) => one < body.length).sort((a, b) => a - b), body.length]) {
    subject.read(body.subarray(at, cut));
    at = cut;
  }
  return subject.model;
}

const json = Buffer.from(
  JSON.stringify({ input: ['{"model":"quoted"}'.repeat(50)], metadata: { model: 'nested' }, model: 'm-1' })
);
const form = (model: string, filler: Buffer) =>
  Buffer.concat([
    Buffer.from(
      '------b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\nContent-Type: audio/wav\r\n\r\n'
    ),
    filler,
    Buffer.from(`\r\n------b\r\nContent-Disposition: form-data; name="model"\r\n\r\n${model}\r\n------b--\r\n`),
  ]);

it('finds the model in JSON and in forms, however they are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3000 }), { maxLength: 20 }), fc.nat({ max: 2000 }), (cuts, filler) => {
      expect(read(json, cuts)).toBe('m-1');
      expect(read(form('gpt-4o-transcribe', Buffer.alloc(filler, 'x"{')), cuts)).toBe('gpt-4o-transcribe');
    })
  );
});

it('lets the body win over the path, and the path over nothing', () => {
  expect(read(json, [], 'deployment')).toBe('m-1');
  expect(read(Buffer.from('{"messages":[]}'), [], 'deployment')).toBe('deployment');
  expect(read(Buffer.from('no JSON, no form: "model":"x"'), [], undefined)).toBeUndefined();
});

it('survives any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat({ max: 300 })), (bytes, cuts) => {
      const model = read(Buffer.concat([Buffer.from('--'), bytes]), cuts);
      expect(model === undefined || typeof model === 'string').toBe(true);
    })
  );
});

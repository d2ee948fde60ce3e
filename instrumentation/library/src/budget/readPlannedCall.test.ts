import fc from 'fast-check';
import { readPlannedCall } from './readPlannedCall.ts';

it.each([
  ['/v1/chat/completions', { model: 'm', max_completion_tokens: 7, n: 3 }, 21],
  ['/v1/chat/completions', { model: 'm', max_tokens: 0 }, 0],
  ['/v1/chat/completions', { model: 'm', max_tokens: -1 }, undefined],
  ['/v1/responses', { model: 'm', max_output_tokens: 9 }, 9],
  ['/v1/embeddings', { model: 'm', input: 'x' }, 0],
  ['/v1beta/models/m:generateContent', { generationConfig: { maxOutputTokens: 5 } }, 5],
  ['/model/m/converse', { inferenceConfig: { maxTokens: 4 } }, 4],
])('reads model and limit of %s', (path, body, maxOutputTokens) => {
  const text = JSON.stringify(body);
  expect(readPlannedCall(path, text)).toMatchObject({ model: 'm', maxOutputTokens, bytes: text.length });
});

it('counts bytes, not characters, and takes any body', () => {
  expect(readPlannedCall('/', '{"model":"é"}')?.bytes).toBe(14);
  expect(readPlannedCall('/', '[]')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.oneof(fc.string(), fc.json()), (path, body) => {
      const planned = readPlannedCall(path, body);
      expect(planned === undefined || planned.bytes === Buffer.byteLength(body)).toBe(true);
    })
  );
});

import { createHash } from 'node:crypto';
import { accountOf } from './accountOf.ts';
import { keyFingerprint } from './keyFingerprint.ts';

const KEY = 'sk-proj-0123456789';
const FINGERPRINT = createHash('sha256').update(KEY).digest('hex').slice(0, 12);
const named = new Map([[FINGERPRINT, 'production']]);

it.each([
  ['a named bearer key', ['Authorization', `Bearer ${KEY}`], 'production'],
  ['a named x-api-key', ['x-api-key', KEY], 'production'],
  ['a named key, though a header names a project', ['OpenAI-Project', 'proj_1', 'api-key', KEY], 'production'],
  [
    'the project',
    ['authorization', 'Bearer other', 'openai-organization', 'org-1', 'openai-project', 'proj_1'],
    'proj_1',
  ],
  ['the organisation', ['openai-organization', 'org-1'], 'org-1'],
  ['a named key, though a header holds no name', ['x-api-key', KEY, 'openai-project', 'a b'], 'production'],
  ['nothing', ['accept', '*/*'], undefined],
])('is %s', (_name, headers, expected) => {
  expect(accountOf(headers, named)).toBe(expected);
});

it('shows the fingerprint of a key that has no name, never the key', () => {
  expect(accountOf(['x-api-key', KEY], new Map())).toBe(`key-${FINGERPRINT}`);
  expect(accountOf(`accept: x\r\nx-api-key: ${KEY}\r\n`, new Map())).toBe(`key-${FINGERPRINT}`);
});

it('names long-lived keys, and nobody for signatures and keys that live for hours', () => {
  const none = new Map<string, string>();
  const signed = (key: string) =>
    accountOf(
      ['authorization', `AWS4-HMAC-SHA256 Credential=${key}/20261123/us-east-1/bedrock/aws4_request, Signature=ab`],
      none
    );
  expect(signed('AKIAIOSFODNN7EXAMPLE')).toBe(`key-${keyFingerprint('AKIAIOSFODNN7EXAMPLE')}`);
  expect(signed('ASIAIOSFODNN7EXAMPLE')).toBeUndefined();
  expect(accountOf(['Authorization', 'Bearer ya29.a0AfB'], none)).toBeUndefined();
  expect(accountOf(['Authorization', 'Bearer bedrock-api-key-YmVk'], none)).toBeUndefined();
  expect(accountOf(['x-goog-api-key', 'AIzaX'], none)).toBe(`key-${keyFingerprint('AIzaX')}`);
});

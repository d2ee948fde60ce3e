import { createHash } from 'node:crypto';
import { personOf } from './personOf.ts';
import type { AttributeValue } from './readSpan.ts';
import { SpanAttributes } from './spanAttributes.ts';
import { wantedAttributes } from './wantedAttributes.ts';

function person(attributes: Readonly<Record<string, AttributeValue>>): string | undefined {
  const read = new SpanAttributes();
  Object.entries(attributes).forEach(([name, value]) => read.set(wantedAttributes.get(name) ?? -1, value));
  return personOf(read);
}

const ANA = createHash('sha256').update('ana@example.com').digest('hex').slice(0, 16);

test('somebody is the same person by id and by the library’s hash of it', () => {
  expect(person({ 'user.hash': ANA })).toBe(ANA);
  expect(person({ 'user.id': 'Ana@Example.com ' })).toBe(ANA);
  expect(person({ 'user.id': 'someone else', 'user.hash': ANA })).toBe(ANA);
});

test('an id that is no text is one all the same; a long hash is kept short', () => {
  expect(person({ 'user.id': 12 })).toBe(person({ 'user.id': '12' }));
  expect(person({ 'user.hash': 'a'.repeat(100_000) })).toMatch(/^[0-9a-f]{16}$/);
});

test.each<Readonly<Record<string, AttributeValue>>>([{}, { 'user.id': '' }, { 'user.hash': ' ' }, { 'user.id': true }])(
  '%j names nobody',
  (attributes) => expect(person(attributes)).toBeUndefined()
);

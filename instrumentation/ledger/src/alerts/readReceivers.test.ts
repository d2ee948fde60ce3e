import fc from 'fast-check';
import { parseDocumentFile } from '../documents/parseDocumentFile.ts';
import { readReceivers, type Surroundings } from './readReceivers.ts';

const NO_MAIL: Surroundings = { env: { HOOK: 'https://chat.example.com', EMPTY: '' }, mail: { set: 'SMTP' } };

const read = (text: string, surroundings = NO_MAIL) =>
  parseDocumentFile(text, (json) => readReceivers(json, surroundings)).receivers;

test.each([
  ['owner: { name: Ada }', 1, 'owner: give a contact'],
  ['features: {}', 1, 'owner: give a contact'],
  ['owner: { name: Ada, contact: "#ai" }', 1, 'owner.contact: "#ai" has no entry under "contacts"'],
  [
    'owner: { name: Ada, contact: https://a.example }\nteams:\n  find:\n    contact: "#find"',
    4,
    'teams.find.contact: "#find" has no entry',
  ],
  [
    'owner: { name: Ada, contact: "#ai" }\ncontacts:\n  "#ai":\n    webhook: $GONE/x',
    4,
    'contacts.#ai.webhook: the environment variable GONE is not set',
  ],
  [
    'owner: { name: Ada, contact: "#ai" }\ncontacts:\n  "#ai": { webhook: "https://a", token: "${EMPTY}" }',
    3,
    'contacts.#ai.token: the environment variable EMPTY is not set',
  ],
  ['owner: { name: Ada, contact: "#ai" }\ncontacts:\n  "#ai": { token: x }', 3, 'give "webhook", "slack" or "email"'],
  ['owner: { name: Ada, contact: ada@example.com }', 1, 'reached by e-mail only, and mail is off: set SMTP'],
])('what cannot be reached is an error with its line and what to write: %j', (text, line, message) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ line, message: expect.stringContaining(message) }));
});

test('a contact is an entry, an address or a URL; variables have their values, and the first is the owner of all’s', () => {
  const text = `owner: { name: Ada, contact: "#ai" }
teams: { find: { contact: find@example.com }, talk: { contact: "https://talk.example.com/in" }, quiet: {} }
features: { search: { team: find }, chat: { contact: "#ai" } }
contacts: { "#ai": { webhook: "$HOOK/ai", token: "a$$b" } }`;
  expect(read(text, { ...NO_MAIL, mail: 'works' })).toEqual([
    {
      contact: '#ai',
      slug: 'ai',
      written: { webhook: '$HOOK/ai', token: 'a$$b' },
      resolved: { webhook: 'https://chat.example.com/ai', token: 'a$b' },
    },
    expect.objectContaining({ contact: 'find@example.com', resolved: { email: 'find@example.com' } }),
    expect.objectContaining({ contact: 'https://talk.example.com/in', slug: 'https-talk-examp' }),
  ]);
});

test('whatever contacts are called, each has a name of its own that Grafana takes', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => /^[^\p{Cc}\u2028\u2029]*\S[^\p{Cc}\u2028\u2029]*$/u.test(text) && text !== '__proto__');
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (names) => {
      const { receivers } = readReceivers(
        {
          owner: { name: 'Ada', contact: names[0] },
          teams: Object.fromEntries(names.map((contact, index) => [`t${index}`, { contact }])),
          contacts: Object.fromEntries(names.map((contact) => [contact, { webhook: 'https://a.example' }])),
        },
        NO_MAIL
      );
      expect(receivers.map(({ contact }) => contact)).toEqual(names);
      const slugs = receivers.map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(names.length);
      expect(slugs.filter((slug) => !/^[a-z0-9-]{1,16}$/.test(slug))).toEqual([]);
    })
  );
});

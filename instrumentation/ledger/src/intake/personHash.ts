import { createHash } from 'node:crypto';

/** As many hex digits as the library's hash of a person has. */
const DIGITS = 16;
const LONGEST = 64;

/**
 * The name a person is counted by: as the library hashes people, so that it is the same whether a service sends ids or hashes
 * of them. Undefined where there is none.
 */
export const personHash = {
  /** Of what a service knows a person by. */
  ofId(id: string): string | undefined {
    const text = plain(id);
    return text === '' ? undefined : shortHash(text);
  },

  /** Of the hash a service sent. */
  ofHash(hash: string): string | undefined {
    const text = plain(hash);
    return text === '' ? undefined : text.length > LONGEST ? shortHash(text) : text;
  },
};

const plain = (text: string): string => text.trim().toLowerCase();

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, DIGITS);

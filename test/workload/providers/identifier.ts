import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A provider-style random id: a prefix and `length` letters and digits. */
export function identifier([prefix, length]: readonly [prefix: string, length: number]): string {
  let id = prefix;
  for (const byte of randomBytes(length)) {
    id += ALPHABET[byte % ALPHABET.length];
  }
  return id;
}

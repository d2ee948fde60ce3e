import { shortHash } from './shortHash.ts';

const EMAIL_LIKE = /[^\s@]@[^\s@]/;

/** The value itself, or `email-` and a short SHA-256 where it looks like an e-mail address: a person, not a customer. */
export function hashEmailLike(value: string): string {
  return EMAIL_LIKE.test(value) ? `email-${shortHash(value)}` : value;
}

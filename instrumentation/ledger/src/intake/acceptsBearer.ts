import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header carries what is needed to come in. */
export type Gate = (authorization: string | undefined) => boolean;

/** What a sender without the right token is told; it never repeats what was sent. */
export const NEEDS_TOKEN = 'send the header "Authorization: Bearer <token>" with a token this ledger was given';

/**
 * A gate for bearer tokens. The comparison takes the same time whatever was sent: hashes are of one length, and every
 * token is compared.
 */
export function acceptsBearer(tokens: readonly string[]): Gate {
  const known = tokens.map(digest);
  return (authorization) => {
    const [, sent = ''] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
    const hash = digest(sent);
    return known.map((token) => timingSafeEqual(token, hash)).includes(true);
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

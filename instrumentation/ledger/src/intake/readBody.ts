import type { IncomingMessage } from 'node:http';
import type { Admission } from './admission.ts';

export type BodyRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too_large' | 'no_room' | 'cut_off'; readonly heldBytes: number };

/**
 * Reads a body of at most `maxBytes` into a buffer of its own, admitted piece by piece. What was admitted stays held
 * (also of a body not read to its end) until the caller releases it.
 */
export async function readBody(request: IncomingMessage, maxBytes: number, admission: Admission): Promise<BodyRead> {
  const pieces: Buffer[] = [];
  let heldBytes = 0;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    return { kind: 'too_large', heldBytes };
  }
  try {
    // Leaving early must not destroy the connection: the sender is owed an answer.
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (heldBytes + piece.length > maxBytes) {
        return { kind: 'too_large', heldBytes };
      }
      if (!admission.admit(piece.length)) {
        return { kind: 'no_room', heldBytes };
      }
      heldBytes += piece.length;
      pieces.push(piece);
    }
  } catch {
    return { kind: 'cut_off', heldBytes };
  }
  const bytes = new Uint8Array(heldBytes);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return { kind: 'read', bytes };
}

import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Unusable } from '../store/unusable.ts';

interface TlsIdentity {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * The certificate (with its chain) and key the ledger shows, PEM.
 *
 * @throws Unusable when one is missing, unreadable, or they do not belong together
 */
export function readTls(certFile: string | undefined, keyFile: string | undefined): TlsIdentity {
  if (certFile === undefined || keyFile === undefined) {
    throw new Unusable('TLS needs both: give --tls-cert and --tls-key');
  }
  try {
    const identity = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(identity);
    return identity;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unusable(`TLS cannot use ${certFile} with ${keyFile} (${reason}): give a PEM certificate and its key`);
  }
}

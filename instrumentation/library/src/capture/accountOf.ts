import { header } from './header.ts';
import { keyFingerprint } from './keyFingerprint.ts';

const OWNER_HEADERS = ['openai-project', 'openai-organization', 'anthropic-organization-id', 'anthropic-workspace-id'];

/**
 * Who pays: the name configured for the API key's fingerprint, else the project or organisation a header names, else
 * `key-` and the fingerprint. The key itself goes nowhere.
 */
export function accountOf(requestHeaders: unknown, accounts: ReadonlyMap<string, string>): string | undefined {
  const credential = credentialOf(requestHeaders);
  const fingerprint = credential === undefined ? undefined : fingerprintOf(credential);
  const named = fingerprint === undefined ? undefined : accounts.get(fingerprint);
  if (named !== undefined) {
    return named;
  }
  for (const name of OWNER_HEADERS) {
    const owner = header(requestHeaders, name);
    if (owner !== undefined && /^[\w.:-]{1,128}$/.test(owner)) {
      return owner;
    }
  }
  return fingerprint === undefined ? undefined : `key-${fingerprint}`;
}

/** The key that stays the same from call to call; signatures and keys that live for hours name nobody. */
function credentialOf(requestHeaders: unknown): string | undefined {
  const authorization = header(requestHeaders, 'authorization');
  if (authorization?.startsWith('AWS4-') === true) {
    return /\bCredential=(AKIA\w+)\//.exec(authorization)?.[1];
  }
  if (authorization !== undefined && /^bearer (ya29\.|bedrock-api-key-)/i.test(authorization)) {
    return undefined;
  }
  return (
    authorization ??
    header(requestHeaders, 'x-api-key') ??
    header(requestHeaders, 'api-key') ??
    header(requestHeaders, 'x-goog-api-key')
  );
}

/** A process uses few keys; hashing is the dearest step of a request otherwise. In memory only, where the client has it too. */
const MAX_KNOWN = 64;
const known = new Map<string, string>();

function fingerprintOf(credential: string): string {
  let fingerprint = known.get(credential);
  if (fingerprint === undefined) {
    fingerprint = keyFingerprint(credential.replace(/^bearer\s+/i, ''));
    if (known.size >= MAX_KNOWN) {
      known.clear();
    }
    known.set(credential, fingerprint);
  }
  return fingerprint;
}

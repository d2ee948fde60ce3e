import { header } from './header.ts';
import { keyFingerprint } from './keyFingerprint.ts';

const OWNER_HEADERS = ['openai-project', 'openai-organization', 'anthropic-organization-id', 'anthropic-workspace-id'];

/**
 * Who pays: the name configured for the API key's fingerprint, else the project or organisation a header names, else
 * `key-` and the fingerprint. The key itself goes nowhere.
 */
export function accountOf(requestHeaders: unknown, accounts: ReadonlyMap<string, string>): string | undefined {
  const key =
    header(requestHeaders, 'authorization')?.replace(/^bearer\s+/i, '') ??
    header(requestHeaders, 'x-api-key') ??
    header(requestHeaders, 'api-key');
  const fingerprint = key === undefined ? undefined : keyFingerprint(key);
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

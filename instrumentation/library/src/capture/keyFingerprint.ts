/** How many hex digits of the SHA-256 name a key: enough to tell keys apart, far too few to learn anything of one. */
const DIGITS = 12;

/** The fingerprint of an API key: the first 12 hex digits of its SHA-256. */
export function keyFingerprint(key: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', key, 'hex').slice(0, DIGITS);
}

/** 16 hex digits of a SHA-256 of `value` in lower case: the same in every service, and not the value. */
export function shortHash(value: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', value.toLowerCase(), 'hex').slice(0, 16);
}

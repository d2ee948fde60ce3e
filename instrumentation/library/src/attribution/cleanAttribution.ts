import type { Attribution } from './attribution.ts';
import { cleanValue } from './cleanValue.ts';

/** The known keys of `raw` with clean values; what is not fit to be a value is left out. Never throws. */
export function cleanAttribution(raw: Attribution): Attribution {
  const cleaned: { -readonly [Key in keyof Attribution]: Attribution[Key] } = {};
  for (const key of [
    'feature',
    'tenant',
    'team',
    'requestType',
    'task',
    'featureFlag',
    'user',
    'requestPath',
  ] as const) {
    const value = cleanValue(raw[key]);
    if (value !== undefined) {
      cleaned[key] = value;
    }
  }
  return cleaned;
}

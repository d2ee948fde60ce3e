import { EVENT_SCOPE } from './eventScope.ts';

/** In words, the environment left out where it is production: `search · gpt-5-mini`, `all AI cost`. */
export function scopeWords(record: Readonly<Record<string, string>>): string {
  const named = EVENT_SCOPE.flatMap(([field]) => {
    const value = record[field];
    return value === undefined || (field === 'environment' && value === 'production') ? [] : [value];
  });
  return named.join(' · ') || 'all AI cost';
}

const MOST_NAMED = 6;

/** How many rows of a bill were left out, and of whom: `2 of other services left out: AWS, Amazon Simple Queue Service (2)`. */
export function skippedWords(skipped: ReadonlyMap<string, number>): string {
  const ranked = [...skipped].sort(([, a], [, b]) => b - a);
  const all = ranked.reduce((sum, [, count]) => sum + count, 0);
  const names = ranked.slice(0, MOST_NAMED).map(([name, count]) => `${name} (${count})`);
  const more = ranked.length > MOST_NAMED ? '; …' : '';
  return `${all} of other services left out${all === 0 ? '' : `: ${names.join('; ')}${more}`}`;
}

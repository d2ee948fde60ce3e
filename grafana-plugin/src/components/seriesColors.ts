/** Calm hues, far apart. No red, no orange: those mean over a limit. */
const FIRST = [
  'blue',
  'green',
  'purple',
  'dark-yellow',
  'super-light-blue',
  'dark-green',
  'super-light-purple',
  'super-light-yellow',
  'dark-blue',
  'super-light-green',
  'dark-purple',
  'light-blue',
] as const;
const REST = ['light-purple', 'light-green', 'yellow', 'semi-dark-blue', 'semi-dark-purple', 'light-yellow'] as const;

/**
 * A palette colour for each name, chosen by the name itself, so that it is the same on every page and filter; where two
 * names choose the same one, the alphabetically later takes the next free. The first twelve of `names` never share one.
 */
export function seriesColors(names: readonly string[]): ReadonlyMap<string, string> {
  const colors = new Map<string, string>();
  const place = (palette: readonly string[], group: readonly string[]) => {
    for (const name of group.toSorted()) {
      const free = palette.filter((color) => ![...colors.values()].includes(color));
      const choice = free.length > 0 ? free : palette;
      const wanted = palette[hash(name) % palette.length] ?? FIRST[0];
      colors.set(name, choice.includes(wanted) ? wanted : (choice[hash(name) % choice.length] ?? wanted));
    }
  };
  place(FIRST, names.slice(0, FIRST.length));
  place([...FIRST, ...REST], names.slice(FIRST.length));
  return colors;
}

/** FNV-1a, 32 bit. */
const hash = (text: string): number =>
  [...text].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);

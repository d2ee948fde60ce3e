/** The sum of what is known; undefined where nothing is. */
export const sumKnown = (values: readonly (number | undefined)[]): number | undefined =>
  values.every((value) => value === undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

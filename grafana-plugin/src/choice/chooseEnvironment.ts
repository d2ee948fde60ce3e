/** The environment to show: the chosen one, else production where there is one, else (undefined) all. */
export function chooseEnvironment(chosen: string | undefined, known: readonly string[]): string | undefined {
  if (chosen === undefined) {
    return known.includes('production') ? 'production' : undefined;
  }
  return chosen === '' ? undefined : chosen;
}

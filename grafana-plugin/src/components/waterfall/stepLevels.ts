/** What is reached from `start` with each step, itself included. */
export const stepLevels = (start: number, steps: readonly number[]): readonly number[] =>
  steps.reduce<readonly number[]>((reached, step) => [...reached, (reached.at(-1) ?? 0) + step], [start]);

/** What a first run still needs, in order. */
export interface FirstSteps {
  readonly steps: readonly Step[];
  /** When it is too much, by name; empty where nothing says. */
  readonly thresholds: readonly (readonly [string, number])[];
}

export interface Step {
  readonly what: string;
  readonly isDone: boolean;
  /** What was found, or what to do. */
  readonly words: string;
  /** To paste, where that is what to do. */
  readonly code?: string;
}

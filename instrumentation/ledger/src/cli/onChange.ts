/**
 * Calls `say` when a state differs from the one before: a full disk fails a thousand requests a second, and is one event.
 */
export function onChange<State>(first: State, say: (state: State) => void): (state: State) => void {
  let current = first;
  return (state) => {
    if (state !== current) {
      current = state;
      say(state);
    }
  };
}

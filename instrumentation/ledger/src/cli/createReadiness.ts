/** Why the ledger cannot take calls now; undefined when it can. */
export type Readiness = () => Promise<string | undefined>;

const FRESH_MS = 1_000;
const PATIENCE_MS = 2_000;

/**
 * Readiness by trying: a small write through the store's thread to the disk. Asked again within a second it repeats its
 * answer, so that asking costs nothing, however often.
 */
export function createReadiness(tryStore: () => Promise<void>, now: () => number): Readiness {
  let asked = -Infinity;
  let answer: Promise<string | undefined> = Promise.resolve(undefined);
  return () => {
    if (now() - asked >= FRESH_MS) {
      asked = now();
      answer = Promise.race([
        tryStore().then(
          () => undefined,
          (error: unknown) => `the books cannot be written: ${error instanceof Error ? error.message : String(error)}`
        ),
        late(),
      ]);
    }
    return answer;
  };
}

function late(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`the store did not answer within ${PATIENCE_MS / 1_000} s`), PATIENCE_MS).unref();
  });
}

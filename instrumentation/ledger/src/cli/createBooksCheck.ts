import { writeFileSync } from 'node:fs';
import { checkBeside } from '../store/checkBeside.ts';
import { corruptBooks } from '../store/corruptBooks.ts';
import { damageMark } from '../store/damageMark.ts';
import type { PreparedBooks } from '../store/prepareBooks.ts';
import type { Log } from './createLog.ts';

export interface BooksCheck {
  /** Why nothing may be written to the books any more; undefined while nothing was found. */
  refusal(): string | undefined;
  /** When all of them were checked, ms; undefined: not yet. */
  checkedMs(): number | undefined;
  /** Checks what the start left for later; the caller need not wait. */
  run(): void;
  stop(): void;
}

interface BooksCheckParts extends PreparedBooks {
  readonly data: string;
  readonly now: () => number;
  readonly check?: typeof checkBeside;
}

/**
 * The check of books that are too large for a start to wait for. Where it finds them corrupt, nothing more is written, what
 * is there can be read, and the next start checks them before its doors open.
 */
export function createBooksCheck(
  { data, path, isChecked, now, check = checkBeside }: BooksCheckParts,
  log: Log
): BooksCheck {
  let checkedMs = isChecked ? now() : undefined;
  let refusal: string | undefined;
  let stop: () => void = () => undefined;

  return {
    refusal: () => refusal,
    checkedMs: () => checkedMs,
    run() {
      if (checkedMs !== undefined) {
        return;
      }
      const began = now();
      stop = check(path, {
        done(damage) {
          checkedMs = now();
          const seconds = Math.round((checkedMs - began) / 100) / 10;
          if (damage === undefined) {
            log('info', 'all of the books were checked, and are whole', { seconds });
            return;
          }
          refusal = corruptBooks(path, damage).message;
          log('error', 'the books are corrupt: nothing more is written', { error: refusal, seconds });
          try {
            writeFileSync(damageMark(data), `${new Date(checkedMs).toISOString()} ${refusal}\n`);
          } catch (error) {
            log('error', 'that the books are corrupt could not be marked', { error: String(error) });
          }
        },
        failed: ({ message: error }) =>
          log('error', 'the books could not be checked: `ai-finops ledger verify` does it, too', { error }),
      });
    },
    stop: () => stop(),
  };
}

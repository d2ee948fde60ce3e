import { Gauge, type Registry } from 'prom-client';

/** What is known of the books' integrity. */
export function registerBooksCheck(
  registry: Registry,
  check: { refusal(): string | undefined; checkedMs(): number | undefined }
): void {
  new Gauge({
    name: 'ai_finops_ledger_books_corrupt',
    help: '1 where the books were found corrupt and nothing more is written, else 0.',
    registers: [registry],
    collect() {
      this.set(check.refusal() === undefined ? 0 : 1);
    },
  });
  new Gauge({
    name: 'ai_finops_ledger_books_checked_timestamp_seconds',
    help: 'When all of the books were last checked since the start, Unix seconds; 0: not yet.',
    registers: [registry],
    collect() {
      this.set((check.checkedMs() ?? 0) / 1_000);
    },
  });
}

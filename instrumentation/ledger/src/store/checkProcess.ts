import { damageInBooks } from './damageInBooks.ts';
import { openReader } from './openReader.ts';

/** A process for one check of the books: prints what is broken, or nothing; exit code 1 where it could not look. */
const [, , path = ''] = process.argv;
const asleep = new Int32Array(new SharedArrayBuffer(4));
try {
  const database = openReader(path);
  process.stdout.write(damageInBooks(database, (ms) => void Atomics.wait(asleep, 0, 0, ms)) ?? '');
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

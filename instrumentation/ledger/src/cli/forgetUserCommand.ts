import { Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { personHash } from '../intake/personHash.ts';
import { Books } from '../store/books.ts';
import type { CountedMonth } from '../store/countedMonths.ts';
import { forgetUser } from '../store/forgetUser.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { Unusable } from '../store/unusable.ts';
import { booksIn } from './booksIn.ts';

interface ForgetOptions {
  readonly yes?: true;
  readonly as?: string;
  readonly because?: string;
  readonly data: string;
}

const STANDARD_INPUT = 0;

/**
 * `ai-finops ledger forget-user`: takes one person out of the people that months count. Without `--yes` it says what that
 * would remove, beside a running ledger; removing needs the data directory for itself, since a ledger remembers whom it
 * counted.
 */
export function forgetUserCommand(): Command {
  return new Command('forget-user')
    .description('Take a person out of the active users of all months; without --yes only say what that would remove')
    .argument('<user>', 'their id, or its hash, as services send it; - reads it from standard input')
    .option('--yes', 'remove it; no ledger may be running on the books')
    .option('--as <name>', 'who removes it, for the record')
    .option('--because <text>', 'why, for the record; do not name the person')
    .addOption(new Option('--data <dir>', 'the books').env('AI_FINOPS_DATA').default('.data/ledger'))
    .action((user: string, { yes, as: name = 'unverified', because: note, data }: ForgetOptions) => {
      const text = user === '-' ? readFileSync(STANDARD_INPUT, 'utf8') : user;
      const persons = [...new Set([personHash.ofId(text), personHash.ofHash(text)])].filter((one) => one !== undefined);
      if (persons.length === 0) {
        throw new Unusable('nobody is named: give the id of a user');
      }
      const path = booksIn(data);
      if (!yes) {
        const books = new Books(path);
        try {
          const months = books.countedMonths(persons);
          console.log(months.length === 0 ? NOBODY : `${words(months)}: nothing is removed yet, --yes removes it`);
        } finally {
          books.close();
        }
        return;
      }
      const unlock = lock(data);
      try {
        const months = forgetUser(path, persons, { by: { name, proof: 'none' }, nowMs: Date.now(), note });
        console.log(months.length === 0 ? NOBODY : `removed: ${words(months)}. Backups have it until they are deleted`);
      } finally {
        unlock();
      }
    });
}

const NOBODY = 'no month counts this user: there is nothing to remove';

function words(months: readonly CountedMonth[]): string {
  const rows = months.reduce((sum, one) => sum + one.rows, 0);
  const counted = months.map(({ month, rows: own }) => `${month} (${own})`).join(', ');
  return `${rows} ${rows === 1 ? 'entry' : 'entries'} of this user by feature and environment, in ${counted}`;
}

function lock(data: string): () => void {
  try {
    return lockDataDir(data);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Unusable(
      `a user is forgotten while no ledger runs on the books, as it remembers whom it counted; without --yes this shows beside one what would be removed (${message})`
    );
  }
}

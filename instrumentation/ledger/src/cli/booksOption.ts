import { Option } from 'commander';

/** For commands that read books beside a ledger that may be running on them. */
export function booksOption(): Option {
  return new Option('--data <dir>', 'read these books; a ledger may be running on them')
    .env('AI_FINOPS_DATA')
    .default('.data/ledger');
}

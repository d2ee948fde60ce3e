import { Option } from 'commander';

/** For commands that ask a running ledger. */
export function apiTokenOption(): Option {
  return new Option('--api-token-file <file>', 'file with the token that the ledger asks for').env(
    'AI_FINOPS_API_TOKEN_FILE'
  );
}

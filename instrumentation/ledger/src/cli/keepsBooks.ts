import { BOOK_COMMANDS } from './bookCommands.ts';

/** Whether the words that the program was started with run a ledger, as far as that is seen without reading options. */
export function keepsBooks([command, ...words]: readonly string[]): boolean {
  const isElse = (word: string) => /^(-h|--help|help)$/.test(word) || BOOK_COMMANDS.some((name) => name === word);
  return command === 'ledger' && !words.some(isElse);
}

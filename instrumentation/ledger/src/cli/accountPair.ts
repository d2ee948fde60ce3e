import { InvalidArgumentError } from 'commander';

/** One more `theirs=ours` of accounts. @throws InvalidArgumentError */
export function accountPair(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('write theirs=ours, such as proj_abc=openai-production');
  }
  return new Map([...before, [text.slice(0, at), text.slice(at + 1)]]);
}

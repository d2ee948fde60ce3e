/**
 * Names of a list as people write it, each once, in their order.
 *
 * @example splitNames('chat, tagging,, chat') // => ['chat', 'tagging']
 */
export function splitNames(list: string | undefined): string[] {
  const names = (list ?? '').split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

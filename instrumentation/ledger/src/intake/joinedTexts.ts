/** As much as a label holds; a hostile list costs no more than that. */
const MAX_LENGTH = 128;

/**
 * A list attribute as one text, an item more: different texts with commas between, in their order.
 *
 * @example joinedTexts('stop', 'length') // => 'stop,length'
 */
export function joinedTexts(before: string, text: string): string {
  if (before === '' || before.length >= MAX_LENGTH) {
    return before || text;
  }
  return text === '' || before.split(',').includes(text) ? before : `${before},${text}`;
}

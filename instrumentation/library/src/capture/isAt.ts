/** Whether `word` stands in `bytes` at `from`, and ends by `to`. */
export function isAt(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  if (from + word.length > to) {
    return false;
  }
  for (let at = 0; at < word.length; at += 1) {
    if (bytes[from + at] !== word[at]) {
      return false;
    }
  }
  return true;
}

/** Nano-USD as cents in decimal text, as Anthropic writes them: $1.2345 is `123.45`. */
export function centsText(nanoUsd: bigint): string {
  const size = nanoUsd < 0n ? -nanoUsd : nanoUsd;
  const fraction = String(size % 10_000_000n)
    .padStart(7, '0')
    .replace(/0+$/, '');
  return `${nanoUsd < 0n ? '-' : ''}${size / 10_000_000n}${fraction && `.${fraction}`}`;
}

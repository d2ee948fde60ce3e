/** What is wrong in a prices file, where, and what to write instead. */
export class PriceOverlayError extends Error {
  override readonly name = 'PriceOverlayError';
  /** Keys and indexes from the top of the file to the place. */
  readonly path: readonly (string | number)[];
  /** Whether the key itself is wrong, not what stands under it. */
  readonly isKey: boolean;

  constructor(path: readonly (string | number)[], problem: string, isKey = false) {
    super(`${pathText(isKey ? path.slice(0, -1) : path)}: ${problem}`);
    this.path = path;
    this.isKey = isKey;
  }
}

function pathText(path: readonly (string | number)[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? 'price overlay' : text.replace(/^\./, '');
}

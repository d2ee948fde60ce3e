/** What is wrong in a file somebody wrote, where, and what to write instead. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
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
  return text === '' ? 'top level' : text.replace(/^\./, '');
}

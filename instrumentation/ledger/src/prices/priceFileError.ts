/** What is wrong in a prices file, on which line (from 1). */
export class PriceFileError extends Error {
  override readonly name = 'PriceFileError';
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

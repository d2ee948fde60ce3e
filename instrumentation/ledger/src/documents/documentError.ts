/** What is wrong in a file that people write, on which line (from 1). */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

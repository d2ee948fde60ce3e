import type { Cells } from './focusLine.ts';
import type { ParsedLine } from './parsedLine.ts';

/** A format of bills, told by the columns that are there. */
export interface BillFormat {
  readonly name: string;
  /** Columns without which a file is not of the format; of each, one of the spellings. */
  readonly required: readonly (readonly string[])[];
  /**
   * What a row charges; nothing: it is of no AI service.
   *
   * @param providers the books' provider by the bill's, of those we do not know
   * @throws BillError
   */
  readonly lines: (cells: Cells, providers: ReadonlyMap<string, string>) => readonly ParsedLine[];
}

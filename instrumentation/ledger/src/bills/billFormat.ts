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
   * @throws BillError
   */
  readonly lines: (cells: Cells) => readonly ParsedLine[];
}

import { BillError } from './billError.ts';

/** What `read` returns of a row; what it refuses says which row that was. */
export function inRow<Result>(row: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof BillError ? new BillError({ row }, error.message) : error;
  }
}

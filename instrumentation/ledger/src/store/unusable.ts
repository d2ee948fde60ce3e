/** The ledger cannot work with what it was given (data directory, port, price file); one line that says what to do. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** A question that can't be answered as it is asked; the message says what to ask instead. */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
}

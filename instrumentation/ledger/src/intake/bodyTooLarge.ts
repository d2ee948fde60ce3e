/** A body past the limit, before or after inflating. Answered with 413. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

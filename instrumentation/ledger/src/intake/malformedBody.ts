/** A request body that is not what its content type promises; the message says where. Answered with 400. */
export class MalformedBody extends Error {
  override readonly name = 'MalformedBody';
}

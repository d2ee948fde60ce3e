/** A request that is answered with why not. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly httpStatus: number;
  readonly more: Readonly<Record<string, unknown>>;

  /** @param more what stands beside `error` in the answer, such as the field that is wrong */
  constructor(httpStatus: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.httpStatus = httpStatus;
    this.more = more;
  }
}

/** An answer that is no bill, as the API words it. */
export class BillingRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

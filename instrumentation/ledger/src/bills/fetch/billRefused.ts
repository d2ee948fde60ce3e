import { BillError } from '../billError.ts';

/** A billing API's answer that trying again does not change. */
export class BillRefused extends BillError {
  readonly status: number;

  constructor(status: number, reason: string) {
    super({}, reason);
    this.status = status;
  }
}

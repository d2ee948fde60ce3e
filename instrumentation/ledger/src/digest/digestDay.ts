/** A day as `/api/v1/days` lists it: what a digest needs of it. */
export interface DigestDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly state: 'open' | 'closing' | 'closed';
  /** Nano-USD of the day's own calls. */
  readonly costNanoUsd: string;
}

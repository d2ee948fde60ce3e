/** Bytes of request bodies held in memory, from the first read until the answer; past the limit nothing more gets in. */
export class Admission {
  private held = 0;
  private readonly limit: number;

  constructor(limitBytes: number) {
    this.limit = limitBytes;
  }

  get bytesInFlight(): number {
    return this.held;
  }

  /** Takes the bytes in, or says no. An idle ledger takes any one body its size limit allows. */
  admit(bytes: number): boolean {
    if (this.held > 0 && this.held + bytes > this.limit) {
      return false;
    }
    this.held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.held -= bytes;
  }
}

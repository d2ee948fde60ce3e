/** Closes as Prometheus text. Kept gzip'ed: scrapers ask for that, and it is a tenth of the size. */
export interface WrittenCloses {
  readonly gzip: Uint8Array<ArrayBuffer>;
  /** Tenants of the newest day that stand in `other`. */
  readonly foldedTenants: number;
}

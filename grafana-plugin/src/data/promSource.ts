/** The Prometheus data source the numbers come from. */
export interface PromSource {
  readonly uid: string;
  readonly type: string;
  readonly name: string;
}

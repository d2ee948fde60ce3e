/** What the app keeps in Grafana (`jsonData`); the ledger's token is a secret and never comes back. */
export interface AppSettings {
  /** The data source the numbers come from; absent: the default, else the first Prometheus. */
  readonly prometheusUid?: string;
  /** The ledger's API, without `/api/v1`. */
  readonly ledgerUrl?: string;
}

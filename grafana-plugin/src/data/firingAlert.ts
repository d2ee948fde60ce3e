/** An alert that fires, whoever evaluates its rule. */
export interface FiringAlert {
  /** `alertname` is the rule's name in both of the sets that the ledger provisions. */
  readonly labels: Readonly<Record<string, string>>;
  /** What its owner is told; Prometheus' `ALERTS` does not have it. */
  readonly summary?: string;
  /** Where Grafana shows its rule. */
  readonly href?: string;
}

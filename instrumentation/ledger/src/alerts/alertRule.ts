/**
 * One alert, whatever evaluates it. Its query returns the series that are wrong and nothing else: silence means fine, and
 * what it compares with is a budget, a bar or a threshold of the owners file.
 */
export interface AlertRule {
  /** In CamelCase; unique. */
  readonly name: string;
  /** For identifiers that may be 40 characters long with the contact in them: at most 14 of `a-z-`. */
  readonly id: string;
  /** A sentence without a stop, as a list of alerts shows it. */
  readonly title: string;
  /** PromQL, whole as it stands; `by` are labels that tell its series apart. */
  readonly expr: string;
  readonly by: readonly string[];
  /**
   * Who is told. `feature`: who owns the `feature` label; `named`: who owns what `scope` and `name` say; `all`: who owns
   * all of it; `ledger`: the same, without asking the ledger for its owner, because it may be gone.
   */
  readonly toldTo: 'feature' | 'named' | 'all' | 'ledger';
  /** How long it has to be so, as Prometheus writes durations; at once where absent. */
  readonly for?: string;
  readonly severity: 'info' | 'warning' | 'critical';
  /** Templates: `{{ $labels.feature }}`, and `{{ $value | humanize }}` with any of the functions that Grafana has, too. */
  readonly summary: string;
  readonly description: string;
  /** Where the app shows it: path and query, a template, too. */
  readonly page?: string;
}

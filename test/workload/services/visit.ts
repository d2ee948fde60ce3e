/** One request of a user or a job to a demo service. */
export interface Visit {
  readonly service: string;
  readonly environment: 'production' | 'staging';
  readonly path: string;
  readonly tenant: string;
  /** Who asks; undefined for a job. */
  readonly user: string | undefined;
  readonly body: Readonly<Record<string, string>>;
  /** Provider calls it leads to. */
  readonly calls: number;
  /** Milliseconds after which the user hangs up; undefined stays. */
  readonly patienceMs?: number;
}

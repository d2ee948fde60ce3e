/** What the calls of one agent task add up to in the time that was asked for. Nano-USD and counts as text. */
export interface AgentTask {
  readonly task: string;
  readonly calls: string;
  readonly unpriced: string;
  readonly costNanoUsd: string;
  /** When its first and last call started, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** null where there are several. */
  readonly feature: string | null;
  readonly tenant: string | null;
}

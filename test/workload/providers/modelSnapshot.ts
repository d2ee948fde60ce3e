/** Dated snapshots that the aliases point to: responses name the snapshot, never the alias. */
const SNAPSHOTS: Readonly<Record<string, string>> = {
  'gpt-4.1': 'gpt-4.1-2025-04-14',
  'gpt-5': 'gpt-5-2025-08-07',
  'gpt-5-mini': 'gpt-5-mini-2025-08-07',
  'gpt-5-nano': 'gpt-5-nano-2025-08-07',
  'gpt-5.1': 'gpt-5.1-2025-11-13',
  'gpt-5.4': 'gpt-5.4-2026-03-05',
  'gpt-5.4-mini': 'gpt-5.4-mini-2026-03-17',
  'claude-sonnet-4-5': 'claude-sonnet-4-5-20250929',
  'claude-haiku-4-5': 'claude-haiku-4-5-20251001',
  'claude-opus-4-5': 'claude-opus-4-5-20251101',
};

/** The model name a response carries for a requested one; a name without a snapshot is its own. */
export function modelSnapshot(model: string): string {
  return SNAPSHOTS[model] ?? model;
}

/**
 * The table of former prices beside a table of calls.
 *
 * @example supersededName('calls_20261122') // => 'superseded_20261122'
 */
export function supersededName(callTable: string): string {
  return callTable.replace('calls_', 'superseded_');
}

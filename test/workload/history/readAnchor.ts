import { readFileSync } from 'node:fs';
import { STORY } from './story.ts';
import { utcDay, type UtcDay } from './utcDay.ts';

/**
 * The last day of the story an existing price overlay belongs to, from the first day of its contract.
 *
 * @throws Error where the file is not a price overlay of the history
 */
export function readAnchor(file: string): UtcDay {
  const { contracts } = JSON.parse(readFileSync(file, 'utf8')) as { contracts?: readonly { from?: string }[] };
  const contractMs = Date.parse(`${contracts?.[0]?.from}T00:00:00Z`);
  if (Number.isNaN(contractMs)) {
    throw new Error(`${file} is not a price overlay written by the history: give another file, or remove it`);
  }
  return utcDay(contractMs - STORY.contract * 86_400_000);
}

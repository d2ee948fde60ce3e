import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the bills of a data directory are; makes the directory where there is none. */
export function billsPath(data: string): string {
  mkdirSync(data, { recursive: true });
  return join(data, 'bills.db');
}

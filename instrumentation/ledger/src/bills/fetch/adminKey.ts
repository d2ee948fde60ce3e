import { readFileSync } from 'node:fs';
import type { BillApi } from './fetchBill.ts';
import { Unusable } from '../../store/unusable.ts';

const VARIABLES: Readonly<Record<BillApi, string>> = { openai: 'OPENAI_ADMIN_KEY', anthropic: 'ANTHROPIC_ADMIN_KEY' };

/** Whether a billing API's key was given at all: in a file, or in the environment. */
export const isAdminKeyGiven = (api: BillApi, file: string | undefined): boolean =>
  Boolean(file || process.env[VARIABLES[api]]);

/**
 * The admin key of the file, or of the environment.
 *
 * @throws Unusable where there is none; never with what stands there
 */
export function adminKey(api: BillApi, file: string | undefined): string {
  const key = (file ? readFileSync(file, 'utf8') : process.env[VARIABLES[api]])?.trim();
  if (!key) {
    throw new Unusable(`no admin key: set ${VARIABLES[api]}, or give its file`);
  }
  return key;
}

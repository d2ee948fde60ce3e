import { setImmediate as turn } from 'node:timers/promises';

/** Largest first; each loads what those after it need too. */
const PIECES: readonly (() => Promise<unknown>)[] = [
  () => import('../api/daySchema.ts'),
  () => import('../questions/openQuestions.ts'),
  () => import('../api/createApi.ts'),
  () => import('./startBills.ts'),
  () => import('./startGovernance.ts'),
];

/** Loads what a ledger does beside taking calls, piece by piece: what is asked meanwhile waits for a piece and not for all. */
export async function loadWork() {
  for (const load of PIECES) {
    await load();
    await turn();
  }
  return import('./startWork.ts');
}

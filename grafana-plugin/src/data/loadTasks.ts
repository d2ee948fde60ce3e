import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { AgentTask } from './agentTask.ts';
import type { CallParams } from './callParams.ts';
import { listIn } from './listIn.ts';

const MOST = '500';

/** The dearest agent tasks. Rejects only when `signal` aborts it. */
export const loadTasks = async (
  params: CallParams,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly AgentTask[]>> =>
  listIn(await askLedger('tasks', { ...params, limit: MOST }, signal), 'tasks');

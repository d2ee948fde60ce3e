import { answerOfThread } from '../store/answerOfThread.ts';
import { programBeside } from '../store/programBeside.ts';
import type { LookAnswer, LookName, LookRequest } from './look.ts';

/**
 * Looks at the books in a thread of its own, so that no intake waits for it.
 *
 * @throws Error when it fails or takes longer than `limitMs`; the thread is ended
 */
export async function lookInThread<Name extends LookName>(
  path: string,
  name: Name,
  request: LookRequest<Name>,
  limitMs: number
): Promise<LookAnswer<Name>> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await answerOfThread(programBeside('worker', import.meta.url), { path, name, request }, signal);
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${limitMs / 1_000} s`) : error;
  }
}

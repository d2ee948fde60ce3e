import { answerOfThread } from '../store/answerOfThread.ts';
import { programBeside } from '../store/programBeside.ts';
import type { ClosesRequest } from './closesRequest.ts';
import type { WrittenCloses } from './writtenCloses.ts';

/**
 * Writes closes in a thread of its own: neither the intake nor a commit waits for it.
 *
 * @throws Error when the thread fails
 */
export function writeInThread(path: string, request: ClosesRequest): Promise<WrittenCloses> {
  return answerOfThread(programBeside('closesThread', import.meta.url), { path, request });
}

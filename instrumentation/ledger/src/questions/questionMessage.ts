import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { MessagePort } from 'node:worker_threads';
import type { QUESTIONS } from './questions.ts';

export interface QuestionSetup {
  readonly path: string;
  readonly overlay: PriceOverlay;
  readonly port: MessagePort;
}

/** Main thread to the one that answers. */
export interface Question {
  readonly id: number;
  readonly name: keyof typeof QUESTIONS;
  readonly query: unknown;
}

/** And back. `isUnanswerable`: the question is wrong, not the books. */
export type QuestionReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string; readonly isUnanswerable: boolean };

import type { BILL_ANSWERS } from './billAnswers.ts';

type Answers = typeof BILL_ANSWERS;

/**
 * Asks about bills, which no thread but theirs reads.
 *
 * @throws Busy when too many wait already, or while bills are unavailable
 */
export type AskBills = <Name extends keyof Answers>(
  name: Name,
  ...query: Parameters<Answers[Name]> extends [unknown, infer Query] ? [Query] : []
) => Promise<ReturnType<Answers[Name]>>;

import { verifyBills } from '../bills/verifyBills.ts';
import { quickCheck } from '../store/quickCheck.ts';
import { Unusable } from '../store/unusable.ts';

/** Reads bills whole. @returns what they are, in a line; @throws Unusable where they are corrupt or a line is another */
export function checkBills(path: string): string {
  quickCheck(path);
  const { revisions, differences } = verifyBills(path);
  if (differences.length > 0) {
    throw new Unusable(`no copy was kept:\n${differences.join('\n')}`);
  }
  return `verified: ${revisions} revisions; each has the lines it was imported with`;
}

import { quickCheck } from '../store/quickCheck.ts';
import { Unusable } from '../store/unusable.ts';
import { verifyAll } from './verifyAll.ts';

/** Reads books whole. @returns what they are, in a line; @throws Unusable where they are corrupt or a sum is wrong */
export function checkBooks(path: string): string {
  quickCheck(path);
  const { isRight, lines } = verifyAll(path);
  const summary = lines.join('\n');
  if (!isRight) {
    throw new Unusable(`no copy was kept, its sums do not equal its calls:\n${summary}`);
  }
  return summary;
}

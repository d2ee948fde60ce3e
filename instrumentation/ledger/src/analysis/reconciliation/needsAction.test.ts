import type { CauseCode } from './causeCode.ts';
import { needsAction } from './needsAction.ts';
import { suggestedAction } from './suggestedAction.ts';

test.each<[CauseCode, boolean]>([
  ['TAX', false],
  ['CREDIT', false],
  ['COMMITMENT', false],
  ['ROUNDING', false],
  ['TIME_CUT', false],
  ['UNINSTRUMENTED', true],
  ['CORRECTION', true],
  ['UNKNOWN', true],
])('%s: something to do is %s', (cause, expected) => {
  expect(needsAction(cause)).toBe(expected);
  expect(/^Nothing[,:]/.test(suggestedAction(cause))).toBe(!expected);
});

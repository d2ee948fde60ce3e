import fc from 'fast-check';
import type { Answer } from '../../data/answer.ts';
import type { RuleNumbers } from '../../data/ruleNumbers.ts';
import { ruleChecks } from './ruleChecks.ts';

const question = { expr: 'x', range: false, fromMs: 0, toMs: 1 };
const value = <T>(of: T): Answer<T> => ({ kind: 'value', question, value: of });
const failed: Answer<never> = { kind: 'failed', question, words: 'timeout' };

const numbers: RuleNumbers = {
  cost: value(100),
  topTier: value(40),
  retries: value(undefined),
  provider: value({ name: 'openai', usd: 61_000 }),
  tokensNow: value(1_300),
  callsNow: value(10),
  tokensThen: value(1_000),
  callsThen: value(10),
};
const checked = (change: Partial<RuleNumbers> = {}) =>
  ruleChecks({ ...numbers, ...change }).map(({ id, isOver, value: words }) => [
    id,
    isOver,
    words.replaceAll('\u202f', ' '),
  ]);

test('each rule with its value, over or within', () => {
  expect(checked()).toEqual([
    ['top-tier', true, '40.0 %'],
    ['retries', false, '0 %'],
    ['prompts', true, '+30.0 %, 100 → 130'],
    ['one-provider', true, 'openai $61.0k'],
  ]);
});

test('what did not answer, and what has no base, is not known', () => {
  expect(checked({ retries: failed })[1]).toEqual(['retries', undefined, 'not known']);
  expect(checked({ cost: value(0) })[0]).toEqual(['top-tier', undefined, 'not known']);
  expect(checked({ callsThen: value(undefined), tokensThen: value(undefined) })[2]?.[1]).toBeUndefined();
});

test('never NaN or infinite, whatever comes back', () => {
  // Whole tokens and calls, and whole nano-dollars: the books hold nothing smaller.
  const some = fc.oneof(
    fc.constant(undefined),
    fc.nat(),
    fc.nat().map((nano) => nano / 1e9)
  );
  fc.assert(
    fc.property(some, some, some, some, (a, b, c, d) => {
      const change = { cost: value(a), topTier: value(b), tokensThen: value(c), callsThen: value(d) };
      expect(checked(change).join()).not.toMatch(/NaN|Infinity|undefined %/);
    })
  );
});

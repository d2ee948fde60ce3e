import fc from 'fast-check';
import type { FieldSink } from './fieldTaker.ts';
import { JsonScanner } from './jsonScanner.ts';
import { fieldNode } from './wire/fieldNode.ts';
import type { FieldTree } from './wire/fieldTree.ts';

const TREE: FieldTree = {
  steps: { type: '?a=as b=bs', tokens: '#+tokens' },
  cost: { '': '$cost', total: '$cost' },
};

function scan(documents: readonly unknown[], cut = Infinity): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  const sink: FieldSink = { take: (field, value) => (found[field] = value) };
  const scanner = new JsonScanner(fieldNode(TREE), sink);
  for (const document of documents) {
    scanner.begin(fieldNode(TREE), sink);
    const bytes = Buffer.from(JSON.stringify(document));
    scanner.write(bytes, 0, Math.min(cut, bytes.length));
    scanner.write(bytes, Math.min(cut, bytes.length));
  }
  return found;
}

const step = fc.record({
  type: fc.constantFrom('a', 'b', 'c', ' a', null, 7),
  tokens: fc.oneof(fc.nat(), fc.constantFrom(-1, 1.5, '3', null, true)),
  other: fc.anything(),
});

it('sums counts and counts words over a list, anew in every document', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 400 }),
      (documents, cut) => {
        const found = scan(
          documents.map((steps) => ({ steps: JSON.parse(JSON.stringify(steps)) as unknown })),
          cut
        );
        const last = (of: (steps: (typeof documents)[number]) => number | undefined) =>
          documents.map(of).findLast((value) => value !== undefined);
        const words = (word: string) => last((steps) => steps.filter(({ type }) => type === word).length || undefined);
        const whole = (tokens: unknown): tokens is number => Number.isSafeInteger(tokens) && (tokens as number) >= 0;
        const sum = last((steps) => {
          const counts = steps.map(({ tokens }) => tokens).filter(whole);
          return counts.length === 0 ? undefined : counts.reduce((a, b) => a + b, 0);
        });
        expect([found['as'], found['bs'], found['tokens']]).toEqual([words('a'), words('b'), sum]);
      }
    )
  );
});

it.each([
  [0.00551376, '0.00551376'],
  ['0.10', '0.10'],
  [{ input: 1, total: 0.5 }, '0.5'],
  [1e-7, '1e-7'],
  [0, '0'],
  [-1, undefined],
  ['1,5', undefined],
  ['1'.repeat(40), undefined],
  [null, undefined],
  [true, undefined],
])('takes the cost %j as %j', (cost, expected) => {
  expect(scan([{ cost }])['cost']).toBe(expected);
});

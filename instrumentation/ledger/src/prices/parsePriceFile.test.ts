import { parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { parsePriceFile } from './parsePriceFile.ts';
import { DocumentError } from '../documents/documentError.ts';

const file = {
  contracts: [{ provider: 'openai', from: '2026-10-05', discountPercent: '8', ratesPerMillion: { input: '0.22' } }],
  aliases: [{ provider: 'azure.ai.openai', alias: 'prod', model: 'gpt-4o' }],
};
const YAML = `# what we agreed on
contracts:
  - provider: openai
    from: 2026-10-05   # a day needs no quotes
    discountPercent: "8"
    ratesPerMillion: { input: "0.22" }
aliases:
  - { provider: azure.ai.openai, alias: prod, model: gpt-4o }
`;

test('YAML and JSON say the same', () => {
  expect(parsePriceFile(YAML)).toEqual(parsePriceOverlay(file));
  expect(parsePriceFile(JSON.stringify(file))).toEqual(parsePriceOverlay(file));
  expect(parsePriceFile('')).toEqual(parsePriceOverlay({}));
});

const edited = (from: string, to: string) => YAML.replace(from, to);

test.each([
  [edited('"8"', '8'), 5, 'contracts[0].discountPercent: write the amount as a decimal string'],
  [edited('"0.22"', '0.22'), 6, 'contracts[0].ratesPerMillion.input: write the amount as a decimal string'],
  [edited('input:', 'inputs:'), 6, 'contracts[0].ratesPerMillion: unknown key "inputs"; known are input, '],
  [edited('2026-10-05 ', '2026-02-30 '), 4, 'contracts[0].from: give a UTC day such as "2026-10-05"'],
  [edited('    from: 2026-10-05', '   '), 3, 'contracts[0].from: give a UTC day'],
  [edited('aliases:', 'alias:'), 7, 'top level: unknown key "alias"; known are contracts, tiers, '],
  [edited(', model: gpt-4o', ''), 8, 'aliases[0].model: give a name'],
  [edited('"8"', '"8'), 5, 'not valid YAML or JSON: '],
  [
    edited('provider: openai', 'provider: openai\n    provider: azure'),
    4,
    'not valid YAML or JSON: Map keys must be unique',
  ],
  [edited('prod,', '"a\\tb",'), 8, 'aliases[0].alias: give a name'],
  ['- openai', 1, 'top level: must be an object'],
  [
    'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
    1,
    'top level',
  ],
])('an error names its line: %#', (text, line, message) => {
  expect(() => parsePriceFile(text)).toThrow(DocumentError);
  try {
    parsePriceFile(text);
  } catch (error) {
    expect(error).toMatchObject({ line, message: expect.stringContaining(message) });
    expect((error as Error).message).not.toContain('\n');
  }
});

test('aliases of YAML are followed, also to an error', () => {
  const shared = 'contracts:\n  - &c\n    provider: openai\n    from: 2026-01-01\n    discountPercent: "x"\n';
  expect(() => parsePriceFile(`${shared}  - *c\n`)).toThrow('contracts[0].discountPercent');
});

test('any text is read or refused with a line', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((noise) => edited('openai', noise))
      ),
      (text) => {
        try {
          parsePriceFile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
          expect((error as DocumentError).line).toBeGreaterThan(0);
        }
      }
    )
  );
});

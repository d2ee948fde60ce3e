import fc from 'fast-check';
import { JsonScanner } from './jsonScanner.ts';
import { fieldNode } from './wire/fieldNode.ts';

const TREE = fieldNode({
  model: 'model',
  usage: { tokens: '#tokens', details: { cached: '#cached' } },
  choices: { finish: 'finish' },
});

function scan(bytes: Buffer, cuts: readonly number[] = []): { found: [string, unknown][]; complete: boolean } {
  const found: [string, unknown][] = [];
  const scanner = new JsonScanner(TREE, { take: (field, value) => found.push([field, value]) });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    scanner.write(bytes, from, cut);
    from = cut;
  }
  return { found, complete: scanner.complete };
}

/** What a parser finds at the same paths, in document order. */
function parse(
  value: unknown,
  tree: object = { model: 0, usage: { tokens: 0, details: { cached: 0 } }, choices: { finish: 0 } }
) {
  const found: [string, unknown][] = [];
  const walk = (node: unknown, shape: unknown, name: string): void => {
    if (Array.isArray(node)) {
      node.forEach((item) => walk(item, typeof shape === 'object' ? shape : undefined, name));
    } else if (typeof node === 'object' && node !== null) {
      if (typeof shape === 'object') {
        for (const [key, child] of Object.entries(node)) {
          if (Object.hasOwn(shape as object, key)) {
            walk(child, (shape as Record<string, unknown>)[key], key);
          }
        }
      }
    } else if (shape === 0) {
      const isCount = name === 'tokens' || name === 'cached';
      if (isCount ? Number.isSafeInteger(node) && (node as number) >= 0 : typeof node === 'string' || node === true) {
        found.push([name, node === true ? 'true' : node]);
      }
    }
  };
  walk(value, tree, '');
  return found;
}

const key = fc.oneof(
  fc.constantFrom('model', 'usage', 'tokens', 'details', 'cached', 'choices', 'finish', 'x'),
  fc.string({ maxLength: 40 })
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '"model":"fake"',
    '\\',
    '\\"',
    '"',
    '{"usage":{"tokens":1}}',
    'a'.repeat(60) + '\\"}]',
    '}'.repeat(30)
  ),
  fc.array(fc.constantFrom('\\', '"', 'ab', '{', '}'), { maxLength: 60 }).map((parts) => parts.join(''))
);
const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.nat(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true })
  ),
  root: fc.dictionary(key, tie('value'), { maxKeys: 8, noNullPrototype: true }),
})).root;

describe('JsonScanner', () => {
  it('finds in any document, cut anywhere, what a parser finds', () => {
    fc.assert(
      fc.property(document, fc.array(fc.nat()), fc.constantFrom(0, 1, '\t'), (value, cuts, indent) => {
        const bytes = Buffer.from(JSON.stringify(value, null, indent));
        const at = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
        expect(scan(bytes, at)).toEqual({ found: parse(JSON.parse(bytes.toString())), complete: true });
      }),
      { numRuns: 2000 }
    );
  });

  it('reads the same whichever byte a long document is cut at', () => {
    const value = {
      a: `${'\\" {'.repeat(40)}${'x'.repeat(300)}\\`,
      model: 'm\u00fc"\\',
      usage: { tokens: 12, details: { cached: 3 } },
    };
    const bytes = Buffer.from(JSON.stringify(value));
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(scan(bytes, [cut]).found).toEqual([
        ['model', 'm\u00fc"\\'],
        ['tokens', 12],
        ['cached', 3],
      ]);
    }
  });

  it('ends, and throws nothing, on any bytes', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', '"model"', '"usage"', '"tokens"', '12', 'é'), {
          maxLength: 200,
        })
        .map((parts) => Buffer.from(parts.join('')))
    );
    fc.assert(
      fc.property(noise, fc.nat(), (bytes, cut) => {
        scan(Buffer.from(bytes), [cut % (bytes.length + 1)]);
      }),
      { numRuns: 3000 }
    );
  });

  it('keeps nothing of a document nested without end', () => {
    const scanner = new JsonScanner(TREE, { take: () => undefined });
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const deep = Buffer.from('{"choices":['.repeat(5000));
    for (let round = 0; round < 200; round += 1) {
      scanner.write(deep);
    }
    expect(process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect(scanner.complete).toBe(false);
  });

  it.each(['-1', '1.5', '9007199254740993', '"12"', 'null', '1e400', 'true'])('takes %s for no count', (value) => {
    expect(scan(Buffer.from(`{"usage":{"tokens":${value}}}`)).found).toEqual([]);
  });

  it('passes over names and values too long to be meant', () => {
    const long = 'm'.repeat(5000);
    expect(scan(Buffer.from(JSON.stringify({ [long]: 1, model: long, usage: { tokens: 4 } }))).found).toEqual([
      ['tokens', 4],
    ]);
  });
});

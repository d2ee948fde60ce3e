import fc from 'fast-check';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnersFile } from './ownersFile.ts';

let folder: string;
let path: string;
const open = () => new OwnersFile({ path, copy: join(folder, 'copy.yaml'), now: () => 5_000 });
const budget = (usd: string) => `budgetPerMonth: "${usd}"\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owners-'));
  path = join(folder, 'finops.yaml');
  writeFileSync(path, budget('1'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('takes a change, written over or renamed over, and only then', () => {
  const file = open();
  expect(file.owners.total.budgetPerMonth).toBe('1');
  expect(file.refresh()).toBe(false);
  writeFileSync(path, budget('2'));
  expect(file.refresh()).toBe(true);
  expect(file.owners.total.budgetPerMonth).toBe('2');
  writeFileSync(`${path}~`, budget('3'));
  renameSync(`${path}~`, path);
  expect(file.refresh()).toBe(true);
  expect(file.owners.total.budgetPerMonth).toBe('3');
  expect(file.state).toEqual({ problem: undefined, loadedMs: 5_000 });
});

test('follows a link that is turned to another file', () => {
  for (const usd of ['7', '8']) {
    writeFileSync(join(folder, usd), budget(usd));
  }
  unlinkSync(path);
  symlinkSync('7', path);
  const file = open();
  unlinkSync(path);
  symlinkSync('8', path);
  expect(file.refresh()).toBe(true);
  expect(file.owners.total.budgetPerMonth).toBe('8');
});

test('keeps the last good one while the file is bad or gone, and says why', () => {
  const file = open();
  writeFileSync(path, `# first line\n${budget('x')}`);
  expect(file.refresh()).toBe(true);
  expect(file.state.problem).toMatch(/finops\.yaml:2: budgetPerMonth: "x" is not a non-negative decimal amount/);
  unlinkSync(path);
  expect(file.refresh()).toBe(true);
  expect(file.state.problem).toMatch(/ENOENT/);
  expect(file.owners.total.budgetPerMonth).toBe('1');
  writeFileSync(path, budget('4'));
  file.refresh();
  expect([file.owners.total.budgetPerMonth, file.state.problem]).toEqual(['4', undefined]);
});

test('starts on the copy of the last good one where the file has a fault; without a copy not at all', () => {
  open();
  writeFileSync(path, 'feature: {}\n');
  const file = open();
  expect(file.owners.total.budgetPerMonth).toBe('1');
  expect(file.state.problem).toContain('finops.yaml:1: top level: unknown key "feature"; known are owner, ');
  unlinkSync(join(folder, 'copy.yaml'));
  expect(open).toThrow('unknown key "feature"');
});

test('whatever happens to the file, what holds is its last good content', () => {
  const step = fc.oneof(
    fc.record({ text: fc.nat().map((usd) => budget(String(usd))), good: fc.constant(true) }),
    fc.record({ text: fc.string().map((noise) => `- ${noise}`), good: fc.constant(false) })
  );
  fc.assert(
    fc.property(fc.array(fc.record({ content: step, renamed: fc.boolean() }), { maxLength: 12 }), (steps) => {
      writeFileSync(path, budget('1'));
      const file = open();
      let expected = file.owners.total.budgetPerMonth;
      for (const { content, renamed } of steps) {
        const target = renamed ? `${path}~` : path;
        writeFileSync(target, content.text);
        if (renamed) {
          renameSync(target, path);
        }
        file.refresh();
        expected = content.good ? /"(.*)"/.exec(content.text)?.[1] : expected;
        expect(file.owners.total.budgetPerMonth).toBe(expected);
        expect(file.state.problem === undefined).toBe(content.good);
      }
      expect(readFileSync(join(folder, 'copy.yaml'), 'utf8')).toBe(budget(String(expected)));
    }),
    { numRuns: 60 }
  );
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from './lockDataDir.ts';

let dir: string;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(dir, { recursive: true }));

/** Takes the lock from another process and says how that went. */
function elsewhere(): string {
  const script = `import { lockDataDir } from ${JSON.stringify(join(__dirname, 'lockDataDir.ts'))};
    try { lockDataDir(${JSON.stringify(dir)}); console.log('taken'); process.kill(process.pid, 'SIGKILL'); }
    catch (error) { console.log(error.message); }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim();
}

test('one ledger at a time, and a killed one leaves no lock behind', () => {
  expect(elsewhere()).toBe('taken');
  expect(elsewhere()).toBe('taken');
  const release = lockDataDir(dir);
  expect(elsewhere()).toMatch(/^another ledger keeps its books in /);
  release();
  expect(elsewhere()).toBe('taken');
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../../provisioning/embedded/settings.mjs';

const cli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const finops = ['--finops', path.join(root, 'test/workload/finops.yaml')];
const env = { ...process.env, AI_FINOPS_INBOX_URL: 'http://127.0.0.1:4010/inbox' };

for (const [name, folder, options] of [
  ['prometheus', 'provisioning/prometheus/rules', []],
  ['grafana', 'provisioning/grafana/alerting', finops],
] as const) {
  test(`${folder} is what ai-finops provision ${name} writes`, () => {
    const out = mkdtempSync(path.join(tmpdir(), 'provision-'));
    try {
      const args = [cli, 'provision', name, ...options, '--out', out];
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.deepEqual(readdirSync(out).sort(), readdirSync(path.join(root, folder)).sort());
      for (const file of readdirSync(out)) {
        const again = `run ai-finops provision ${name} --out ${folder}`;
        assert.equal(
          readFileSync(path.join(root, folder, file), 'utf8'),
          readFileSync(path.join(out, file), 'utf8'),
          again
        );
      }
    } finally {
      rmSync(out, { recursive: true });
    }
  });
}

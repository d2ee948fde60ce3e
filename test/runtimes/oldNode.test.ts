import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { root } from '../../provisioning/embedded/settings.mjs';
import { nodeBinary } from './nodeBinary.ts';

test('an older Node: the ledger’s program says in one line which it needs', async () => {
  const program = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
  const started = spawn(await nodeBinary(22), [program, 'ledger'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(started.stderr), once(started, 'exit')]);
  assert.match(said, /^ai-finops needs Node\.js 24 or newer and was started with 22\.\S+: start it with .+\n$/);
  assert.equal(code, 1);
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { Bench } from './Bench.ts';
import { nodeBinary } from './nodeBinary.ts';

/* A service of ES modules that is started with `--require` has two copies of the package: they have to be one to it. */
test('brought in by --require, used by ES modules: attribution and budgets hold all the same', async () => {
  const bench = await Bench.start();
  try {
    const { code, out, err, health } = await bench.run('test/runtimes/apps/bothSystems.mjs', {
      nodePath: await nodeBinary(24),
      flags: ['--require', '@ai-finops/instrumentation/register'],
      env: { AI_FINOPS_BUDGETS: 'on' },
    });
    assert.equal(code, 0, err);
    assert.deepEqual(JSON.parse(out), { isOther: true, bySdk: 'ceiling', byFetch: 'ceiling', nested: 'ceiling' });
    assert.deepEqual(
      [...bench.sink.records.values()].map(({ attributes }) => attributes.get('ai_finops.feature')),
      ['both']
    );
    assert.deepEqual(
      health.map(({ handlerErrors }) => handlerErrors),
      [0]
    );
  } finally {
    await bench.end();
  }
});

/* Where `require` is typed by declarations of ES modules, TypeScript refuses every import of a CommonJS module. */
test('TypeScript takes it in CommonJS modules and in ES modules', async () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'node16', '--types', 'node'];
  const apps = ['requires.cts', 'imports.mts'].map((name) => `${import.meta.dirname}/apps/${name}`);
  const compiler = spawn(process.execPath, [tsc, ...options, ...apps], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.equal(await text(compiler.stdout), '');
});

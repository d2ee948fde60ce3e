import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { METRIC } from '@ai-finops/instrumentation/contract';
import { root } from '../../provisioning/embedded/settings.mjs';

const known = new Set<string>(Object.values(METRIC));
const NAME = /\bgenai_[a-z_]+[a-z]\b/g;
const SUFFIX = /_(bucket|sum|count)$/;

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('node_modules') && !file.startsWith('dist/'))
    .map((file) => path.join(folder, file));
}

const unknownIn = (file: string) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => !known.has(name) && !known.has(name.replace(SUFFIX, '')));

test('the metrics reference describes every metric of the contract, and none besides', () => {
  const reference = 'instrumentation/ledger/docs/metrics.md';
  const text = readFileSync(path.join(root, reference), 'utf8');
  assert.deepEqual(
    [...known].filter((name) => !text.includes(name)),
    []
  );
  assert.deepEqual(unknownIn(reference), []);
});

test('provisioning and the app ask for metrics of the contract only', () => {
  const files = [
    ...filesUnder('provisioning', /\.(ya?ml|json)$/),
    ...filesUnder('grafana-plugin/src', /\.(tsx?|json)$/),
    ...filesUnder('instrumentation/ledger/src', /\.ts$/),
  ];
  assert.ok(files.length > 10);
  for (const file of files) {
    assert.deepEqual(unknownIn(file), [], file);
  }
});

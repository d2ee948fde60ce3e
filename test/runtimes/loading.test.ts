import { describe, test } from 'node:test';
import type { NodeMajor } from './nodeBinary.ts';
import { BY_IMPORT, sameWithAndWithout } from './sameWithAndWithout.ts';

/* Each Node we support, and each way a service can bring the instrumentation in. Two refusals and four answers a run. */
const NODES: readonly NodeMajor[] = [22, 24, 26];
const REGISTER = '@ai-finops/instrumentation/register';
const WAYS = [
  { name: 'ESM, --import', app: 'calls.mjs', flags: BY_IMPORT },
  { name: 'CommonJS, --import', app: 'calls.cjs', flags: BY_IMPORT },
  { name: 'CommonJS, --require', app: 'calls.cjs', flags: ['--require', REGISTER] },
  { name: 'ESM, imported first', app: 'importsFirst.mjs' },
  { name: 'ESM, imported after the clients were used', app: 'importsLast.mjs' },
  { name: 'CommonJS, required first', app: 'requiresFirst.cjs' },
  {
    name: 'ESM, with an OpenTelemetry SDK started by us',
    app: 'calls.mjs',
    flags: BY_IMPORT,
    env: { AI_FINOPS_SDK: 'on' },
  },
];

describe('ways in', { concurrency: 2 }, () => {
  for (const node of NODES) {
    for (const { name, app, ...way } of WAYS) {
      test(`Node ${node}: ${name}`, () =>
        sameWithAndWithout({ node, app: `test/runtimes/apps/${app}`, exchanges: 6, ...way }));
    }
  }
});

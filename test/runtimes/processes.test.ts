import { describe, test } from 'node:test';
import { BY_IMPORT, sameWithAndWithout } from './sameWithAndWithout.ts';

/* Threads and processes: each has an instrumentation of its own, which sends its records before the thread or process ends. */
describe('threads and processes', { concurrency: 2 }, () => {
  for (const node of [22, 24, 26] as const) {
    test(`Node ${node}: worker threads take --import over`, () =>
      sameWithAndWithout({ node, app: 'test/runtimes/apps/threads.mjs', flags: BY_IMPORT, exchanges: 18 }));
  }
  test('Node 24: worker threads that import it themselves, too', () =>
    sameWithAndWithout({
      node: 24,
      app: 'test/runtimes/apps/threads.mjs',
      flags: BY_IMPORT,
      env: { REGISTER: 'worker' },
      exchanges: 18,
    }));
  for (const node of [22, 26] as const) {
    test(`Node ${node}: a cluster whose workers disconnect, and die of SIGTERM`, () =>
      sameWithAndWithout({ node, app: 'test/runtimes/apps/cluster.cjs', flags: BY_IMPORT, exchanges: 12 }));
  }
  test('Node 24: fork', () =>
    sameWithAndWithout({ node: 24, app: 'test/runtimes/apps/fork.mjs', flags: BY_IMPORT, exchanges: 6 }));
});

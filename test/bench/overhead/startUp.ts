import { spawnSync } from 'node:child_process';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { quantile } from './quantile.ts';

export interface StartUp {
  /** Milliseconds from the start of the process to the first line of the application, median. */
  readonly ms: number;
  readonly rssMiB: number;
}

const SAY = `console.log(JSON.stringify([performance.now(), process.memoryUsage.rss() / 1048576])); process.exit(0)`;
const PRICES = `createPriceBook().resolve({ provider: 'openai', model: 'gpt-5.1', atMs: 1.79e12 });`;
const REGISTER = '@ai-finops/instrumentation/register';
const PRICING = '@ai-finops/instrumentation/pricing';

/** Starts every kind of process `runs` times, taking turns; by module system and kind. */
export function measureStartUp(
  runs: number,
  peerFolders: Readonly<Record<string, string>>
): Record<'ESM' | 'CJS', Record<string, StartUp>> {
  const esm = (args: string[], before = '') => [...args, '--input-type=module', '-e', before + SAY];
  const cjs = (args: string[], before = '') => [...args, '--input-type=commonjs', '-e', before + SAY];
  const sdk = './test/bench/overhead/sdkAlone';
  const kinds: readonly (readonly ['ESM' | 'CJS', string, string[], Record<string, string>?])[] = [
    ['ESM', 'nothing', esm([])],
    ['ESM', 'ours', esm(['--import', REGISTER])],
    ['ESM', 'SDK', esm(['--import', `${sdk}.mjs`])],
    ['ESM', 'SDK + ours', esm(['--import', `${sdk}.mjs`, '--import', REGISTER])],
    [
      'ESM',
      'SDK + ours + prices',
      esm(['--import', `${sdk}.mjs`, '--import', REGISTER], `import { createPriceBook } from '${PRICING}'; ${PRICES}`),
    ],
    ['CJS', 'nothing', cjs([])],
    ['CJS', 'ours', cjs(['--require', REGISTER])],
    ['CJS', 'SDK', cjs(['--require', `${sdk}.cjs`])],
    ['CJS', 'SDK + ours', cjs(['--require', `${sdk}.cjs`, '--require', REGISTER])],
    [
      'CJS',
      'SDK + ours + prices',
      cjs(
        ['--require', `${sdk}.cjs`, '--require', REGISTER],
        `const { createPriceBook } = require('${PRICING}'); ${PRICES}`
      ),
    ],
    ...Object.entries(peerFolders)
      .map(
        ([name, folder]) =>
          [
            'CJS',
            name,
            cjs(['--require', './test/bench/overhead/peerAlone.cjs']),
            { BENCH_PEER: name, BENCH_PEER_FOLDER: folder },
          ] as const
      )
      .map(
        ([modules, name, args, env]) => [modules, name, args, env] as ['CJS', string, string[], Record<string, string>]
      ),
  ];
  const seen = kinds.map(() => ({ ms: [] as number[], rss: [] as number[] }));
  for (let run = 0; run < runs; run += 1) {
    kinds.forEach(([, name, args, env], index) => {
      const { stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', ...env },
      });
      const line = stdout.trim().split('\n').at(-1) ?? '';
      if (!line.startsWith('[')) {
        throw new Error(`a process with ${name} did not start: ${stderr.slice(-500)}`);
      }
      const [ms = NaN, rss = NaN] = JSON.parse(line) as number[];
      seen[index]?.ms.push(ms);
      seen[index]?.rss.push(rss);
    });
  }
  const result: Record<'ESM' | 'CJS', Record<string, StartUp>> = { ESM: {}, CJS: {} };
  kinds.forEach(([modules, name], index) => {
    const { ms = [], rss = [] } = seen[index] ?? {};
    result[modules][name] = { ms: quantile(ms, 0.5), rssMiB: quantile(rss, 0.5) };
  });
  return result;
}

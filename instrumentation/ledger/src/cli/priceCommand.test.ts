import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callCommand } from './callCommand.fixture.ts';
import { runCommand } from './ledgerProcess.fixture.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'price-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

const CALL = [
  'openai',
  'gpt-5-mini',
  '--at',
  '2026-11-22',
  '--input',
  '466',
  '--cache-read',
  '1024',
  '--output',
  '256',
];

test('explain prints the working', async () => {
  const prices = file('prices.yaml', 'contracts: [{ provider: openai, from: 2026-10-05, discountPercent: "8" }]');
  expect(runCommand('price', 'explain', ...CALL, '--prices', prices)).toEqual({
    code: 0,
    stderr: '',
    stdout: `openai gpt-5-mini on 2026-11-22 (UTC), tier standard
card genai-prices@0.1.8/openai/gpt-5-mini+contract-1
with contract-1 from 2026-10-05

component   quantity  list $/M  tier  paid $/M  from                list $       cost $
input            466      0.25            0.23  contract-1 -8 %  0.0001165   0.00010718
cache_read      1024     0.025           0.023  contract-1 -8 %  0.0000256  0.000023552
output           256         2            1.84  contract-1 -8 %   0.000512   0.00047104
total                                                            0.0006541  0.000601772
`,
  });
  const flex = await callCommand('price', 'explain', ...CALL, '--tier', 'flex', '--json');
  const json = JSON.parse(flex.stdout) as object;
  expect(json).toMatchObject({ asked: { day: '2026-11-22', tier: 'flex' }, usd: '0.00032705' });
});

test('a call without a price says why and fails', async () => {
  expect(await callCommand('price', 'explain', ...CALL, '--tier', 'scale')).toMatchObject({
    code: 1,
    stdout: 'unpriced: service_tier_scale\n',
  });
  const { code, stdout } = await callCommand('price', 'explain', 'openai', 'gpt-99', '--input', '1', '--json');
  expect([code, JSON.parse(stdout)]).toMatchObject([1, { unpriced: 'unknown_model' }]);
});

test.each([
  [['explain', 'openai', 'gpt-5'], 1, /^ai-finops: give a quantity, such as --input 1000/],
  [['explain', 'openai', 'gpt-5', '--input', '-1'], 1, /whole number/i],
])('price %j is refused in a line', async (args, code, message) => {
  const result = await callCommand('price', ...args);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(result.stderr).toMatch(message);
});

test.each([
  [['explain', ...CALL, '--prices', '/nowhere.yaml'], 1, /^ai-finops: price file \/nowhere.yaml: ENOENT/],
  [['check', '--catalogue', '/nowhere.json'], 2, /^ai-finops: catalogue \/nowhere.json: ENOENT/],
])('price %j ends its process with a line', (args, code, message) => {
  const result = runCommand('price', ...args);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(result.stderr).toMatch(message);
});

test('a fault in the prices file is named by file, line and key', async () => {
  const prices = file('prices.yaml', 'contracts:\n  - provider: openai\n    from: today\n    discountPercent: "8"\n');
  expect((await callCommand('price', 'explain', ...CALL, '--prices', prices)).stderr).toBe(
    `ai-finops: price file ${prices}:3: contracts[0].from: give a UTC day such as "2026-10-05"\n`
  );
});

test('check compares with a second catalogue: 0 where it agrees, 1 where not, 2 where it cannot be read', async () => {
  const catalogue = (cost: number) =>
    file('litellm.json', JSON.stringify({ 'gpt-5-mini': { litellm_provider: 'openai', input_cost_per_token: cost } }));
  const check = (...args: string[]) => callCommand('price', 'check', '--at', '2026-11-22', '--catalogue', ...args);

  expect(await check(catalogue(2.5e-7))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 rates of 1 models'),
  });
  expect(await check(catalogue(5e-7))).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/\nopenai +gpt-5-mini +input +0.25 +0.5 +2\n1 rates .*: 1 differ/),
  });
  expect(await check(catalogue(5e-7), '--provider', 'google')).toMatchObject({ code: 0 });
  expect(await check(file('other.json', '{"a": 1}'))).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/neither LiteLLM/),
  });
});

import { ATTRIBUTE, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALL, traceRequest } from '../intake/traceRequest.fixture.ts';
import { callCommand } from './callCommand.fixture.ts';
import { runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

const DAY_MS = 86_400_000;
const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const day = new Date(midnight - DAY_MS).toISOString().slice(0, 10);
const [year = 0, month = 0] = day.split('-').map(Number);
const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
const FILE = `owner: { name: Ada, team: AI platform }
features:
  search: { team: find, budgetPerMonth: "120.5" }
monthlyCosts:
  - { line: human review, usd: "${daysOfMonth * 2}", features: { search: "50" } }
`;

let dir: string;
let path: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'finops-'));
  path = join(dir, 'finops.yaml');
  writeFileSync(path, FILE);
});
afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

const start = async () => (ledger = await startLedgerProcess(join(dir, 'data'), ['--finops', path]));
const samples = async (to: LedgerProcess, at: string) => (await (await fetch(`${to.metrics}${at}`)).text()).split('\n');

/** A call of yesterday that says its feature, and maybe its team. */
async function send(to: LedgerProcess, offsetMs: number, feature: string, team?: string): Promise<void> {
  const { [ATTRIBUTE.team]: _team, ...call } = CALL;
  const attributes = {
    ...call,
    [ATTRIBUTE.feature]: feature,
    ...(team === undefined ? {} : { [ATTRIBUTE.team]: team }),
  };
  const { json } = traceRequest([{ startMs: midnight - DAY_MS + offsetMs, attributes }], { environment: 'prod' });
  const headers = { 'content-type': 'application/json' };
  expect(await (await fetch(to.intake, { method: 'POST', body: new Uint8Array(json), headers })).json()).toEqual({});
}

/** Asks the API until its answer holds. */
async function apiUntil<Body>(to: LedgerProcess, target: string, holds: (body: Body) => boolean): Promise<Body> {
  for (;;) {
    const body = (await (await fetch(`${to.api}${target}`)).json()) as Body;
    if (holds(body)) {
      return body;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function until(to: LedgerProcess, line: string): Promise<string[]> {
  for (;;) {
    const lines = await samples(to, '/metrics');
    if (lines.includes(line)) {
      return lines;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('a call without a team is its feature’s, one with a team keeps it, and monthly costs close with the day', async () => {
  const running = await start();
  await send(running, 1, 'search');
  await send(running, 2, 'search', 'other team');
  await send(running, 3, 'chat');
  const live = await samples(running, '/metrics');
  expect(live).toContain('genai_budget_usd{scope="feature",name="search",period="month"} 120.5');
  expect(live).toContain('genai_owner_info{scope="total",name="AI platform",owner="Ada",contact="",cost_centre=""} 1');
  expect(live).toContain('genai_threshold{name="retry_cost_share"} 0.03');

  expect((await callCommand('ledger', 'close', '--through', day, '--api', running.api)).code).toBe(0);
  const closed = await samples(running, '/metrics/closes');
  const teams = closed.flatMap(
    (line) => /^genai_daily_feature_cost_usd\{feature="(\w+)",team="([\w ]+)"/.exec(line) ?? []
  );
  expect(teams.filter((_, index) => index % 3 !== 0)).toEqual([
    ...['search', 'find'],
    ...['search', 'other team'],
    ...['chat', UNALLOCATED],
  ]);
  const others = ['feature="search",team="find"', `feature="${UNALLOCATED}",team="${UNALLOCATED}"`];
  for (const labels of others) {
    expect(closed).toContain(`genai_daily_other_cost_usd{line="human review",${labels}} 1 ${midnight}`);
  }
  const exported = runCommand('ledger', 'export', '--openmetrics', '--data', join(dir, 'data'), '--finops', path);
  expect(exported.stdout).toBe(runCommand('ledger', 'export', '--openmetrics', '--api', running.api).stdout);
  expect(exported.stdout).toContain(`line="human review",${others[0]}} 1 ${midnight / 1_000}`);
});

test('a change holds without a restart, a fault changes nothing and is said, also by the next start', async () => {
  let running = await start();
  writeFileSync(`${path}~`, FILE.replace('team: find', 'team: seek'));
  renameSync(`${path}~`, path);
  await until(running, 'genai_feature_info{feature="search",team="seek",unit=""} 1');
  await send(running, 1, 'search');
  expect((await samples(running, '/metrics')).some((line) => /^genai_cost_usd_total\{.*team="seek"/.test(line))).toBe(
    true
  );

  writeFileSync(path, FILE.replace('"120.5"', '120.5'));
  const good = 'genai_budget_usd{scope="feature",name="search",period="month"} 120.5';
  expect(await until(running, 'ai_finops_ledger_owners_file_ok 0')).toContain(good);
  await running.end('SIGTERM');
  running = await start();
  expect(await until(running, 'ai_finops_ledger_owners_file_ok 0')).toContain(good);
  writeFileSync(path, FILE.replace('120.5', '130'));
  await until(running, 'ai_finops_ledger_owners_file_ok 1');
});

test('the command says what is wrong, and where', async () => {
  expect((await callCommand('owners', 'check', path)).stdout).toContain('is good: 1 features, 0 teams');
  writeFileSync(path, FILE.replace('team: find', 'teams: find'));
  const { code, stderr } = runCommand('owners', 'check', path);
  expect([code, stderr]).toEqual([1, expect.stringContaining('finops.yaml:3: features.search: unknown key "teams"')]);
});

test('models and quotas hold as the file changes: what is found after a close, and what is left', async () => {
  const running = await start();
  await send(running, 1, 'search');
  expect((await callCommand('ledger', 'close', '--through', day, '--api', running.api)).code).toBe(0);
  interface Policy {
    findings: { rule: string; feature: string; model: string }[];
  }
  const model = String(CALL[ATTRIBUTE.responseModel] ?? CALL[ATTRIBUTE.requestModel]);
  const rules = ({ findings }: Policy) => findings.filter(({ rule }) => rule === 'unapproved_model');
  const terms = (approved: boolean) => `models: [{ provider: openai, model: ${model}, approved: ${approved} }]\n`;
  const quota = (usd: string) =>
    `quotas: [{ scope: feature, name: search, period: month, usd: "${usd}", kind: hard }]\n`;
  writeFileSync(path, `${FILE}${terms(false)}${quota('100')}`);
  await apiUntil<Policy>(running, '/api/v1/policy', (body) => rules(body).length === 1);
  const search = '/api/v1/quotas?scope=feature&name=search';
  const standing = await apiUntil<{ state: string; quotas: unknown[] }>(
    running,
    search,
    ({ quotas }) => quotas.length === 1
  );
  expect(standing.state).toBe('ok');
  writeFileSync(path, `${FILE}${terms(true)}${quota('0')}`);
  await apiUntil<Policy>(running, '/api/v1/policy', (body) => rules(body).length === 0);
  await apiUntil<{ state: string }>(running, search, ({ state }) => state === 'hard_exceeded');
});

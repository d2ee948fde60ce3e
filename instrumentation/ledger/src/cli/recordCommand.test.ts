import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type LiveApi } from '../api/liveApi.fixture.ts';
import { acceptsBearer } from '../intake/acceptsBearer.ts';
import { DECISION_RECORDS } from '../records/decisionRecords.ts';
import { EVENT_RECORDS } from '../records/eventRecords.ts';
import { startLedgerProcess } from './ledgerProcess.fixture.ts';
import { recordCommand } from './recordCommand.ts';

const TOKEN = 'a-token-of-this-test';
let dir: string;
let tokens: string;
let api: LiveApi | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'records-'));
  tokens = join(dir, 'tokens');
  writeFileSync(tokens, `${TOKEN}\n`);
});
afterEach(() => {
  api?.stop();
  api = undefined;
  rmSync(dir, { recursive: true });
});

/** Runs a command in this process; resolves with what it prints. */
async function run(kind: typeof EVENT_RECORDS, ...args: readonly string[]): Promise<string> {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const command = recordCommand(kind);
    [command, ...command.commands].forEach((one) => one.exitOverride().configureOutput({ writeErr: () => undefined }));
    await command.parseAsync(args, { from: 'user' });
    return said.mock.calls.flat().join('\n');
  } finally {
    said.mockRestore();
  }
}

test('a pipeline records an event, sends it twice, edits and closes it', async () => {
  const { url } = (api = await startApi({ now: () => Date.UTC(2026, 10, 22, 13), gate: acceptsBearer([TOKEN]) }));
  const event = (...args: string[]) => run(EVENT_RECORDS, ...args, '--api', url, '--api-token-file', tokens);
  const add = ['add', '--id', 'deploy-17', '--lever', 'prompt_caching', '--feature', 'search', '--date', '2026-11-04'];
  const first = [...add, '--owner', 'Ana', '--expected-usd-per-month', '1200', '--as', 'ci'];
  expect(await event('list')).toBe('no events');
  expect(await event(...first)).toBe('event deploy-17 is open, version 1');
  expect(await event(...first)).toBe('event deploy-17 is open already, version 1');
  await expect(event(...first, '--owner', 'Ben')).rejects.toThrow('not recorded: there is one already, open');
  expect(await event('edit', 'deploy-17', '--quality-bar', '0.9', '--based-on', '1')).toMatch(/version 2$/);
  await expect(event('edit', 'deploy-17', '--control-features', 'chat, search')).rejects.toThrow(
    'search is what the optimization was done to'
  );
  await expect(event('close', 'deploy-17', '--based-on', '1')).rejects.toThrow('version 2 is the newest, not 1');
  await expect(event('close', 'deploy-18')).rejects.toThrow('the ledger has no event deploy-18');
  expect(JSON.parse(await event('close', 'deploy-17', '--because', 'measured', '--json'))).toMatchObject({
    ...{ version: 3, state: 'closed', note: 'measured' },
    by: { name: 'unverified' },
    createdBy: { name: 'ci', proof: 'token' },
    record: { lever: 'prompt_caching', qualityBar: '0.9', expectedUsdPerMonth: '1200' },
  });
  expect((await event('list')).split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['id', 'version', 'state', 'changed', 'by', 'lever', 'date', 'owner'],
    ['deploy-17', '3', 'closed', '2026-11-22T13:00', 'unverified', 'prompt_caching', '2026-11-04', 'Ana'],
  ]);
  expect((await event('list', '--history')).split('\n')).toHaveLength(4);
});

test('a decision takes its links, and says why it is dropped', async () => {
  const { url } = (api = await startApi({ now: () => Date.UTC(2026, 10, 22, 13) }));
  const decision = (...args: string[]) => run(DECISION_RECORDS, ...args, '--api', url);
  const decide = ['add', '--id', 'd1', '--what', 'Cap retries', '--why', 'They tripled', '--owner', 'Search'];
  const due = ['--due', '2026-12-01'];
  const links = ['--link', 'feature=search', '--link', 'url=https://example.com/?a=b'];
  expect(JSON.parse(await decision(...decide, ...due, ...links, '--json'))).toMatchObject({
    record: {
      links: [
        { to: 'feature', id: 'search' },
        { to: 'url', id: 'https://example.com/?a=b' },
      ],
    },
  });
  expect(await decision('withdraw', 'd1', '--because', 'not worth it')).toBe('decision d1 is withdrawn, version 2');
  for (const [args, message] of [
    [decide, /required option '--due/],
    [[...decide, '--due', 'soon'], /Give a UTC day: YYYY-MM-DD/],
    [[...decide, ...due, '--link', 'search'], /Give what it is about/],
    [[...decide, ...due, '--link', 'colour=red'], /record\.links\.0\.to: one of feature/],
    [['withdraw', 'd1'], /required option '--because/],
  ] as const) {
    await expect(decision(...args)).rejects.toThrow(message);
  }
});

test('what the ledger acknowledged outlives a kill', async () => {
  let ledger = await startLedgerProcess(dir);
  const record = { mark: 'explained', feature: 'search', day: '2026-11-17' };
  const response = await fetch(`${ledger.api}/api/v1/marks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'create', record }),
  });
  const entry: unknown = await response.json();
  await ledger.end('SIGKILL');
  ledger = await startLedgerProcess(dir);
  try {
    expect(await (await fetch(`${ledger.api}/api/v1/marks`)).json()).toEqual({ marks: [entry], next: null });
  } finally {
    await ledger.end('SIGKILL');
  }
});

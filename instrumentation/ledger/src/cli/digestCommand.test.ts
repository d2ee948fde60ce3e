import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBeside } from './ledgerProcess.fixture.ts';

let server: Server;
let url: string;
let sent: unknown[];

beforeAll(async () => {
  const day = (name: string) => ({
    day: name,
    state: 'closed',
    costNanoUsd: '5000000000',
    requests: '1',
    adjustmentNanoUsd: '0',
  });
  const answers: Record<string, unknown> = {
    '/api/v1/days': { days: [day('2026-11-15'), day('2026-11-22')] },
    '/api/v1/anomalies?to=2026-11-22': { anomalies: [] },
    '/api/v1/review': {
      ...{ week: '2026-W47', review: null },
      agenda: [{ title: 'The number', minutes: 5, sentences: ['$5.00.'] }],
    },
  };
  server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.once('data', (bytes: Buffer) => sent.push([request.url, JSON.parse(bytes.toString())]));
    }
    request.resume().once('end', () => response.end(JSON.stringify(answers[request.url ?? ''] ?? {})));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('asks the ledger and sends to a webhook', async () => {
  sent = [];
  const dir = mkdtempSync(join(tmpdir(), 'digest-'));
  const file = join(dir, 'webhook');
  writeFileSync(file, `${url}/hook\n`);
  const { stdout } = await runBeside('digest', '--daily', '--to', 'slack', '--webhook-file', file, '--api', url);
  rmSync(dir, { recursive: true });
  expect(stdout).toBe('sent to slack: AI cost on Sun 22 Nov: $5.00\n');
  expect(sent).toEqual([['/hook', expect.objectContaining({ text: 'AI cost on Sun 22 Nov: $5.00' })]]);
}, 30_000);

test('a week has the agenda of its review; an e-mail needs to be told who sends it to whom', async () => {
  const { stdout } = await runBeside('digest', '--weekly', '--api', url);
  expect(stdout).toContain('**Agenda of the review of week 2026-W47**\n- The number (5 min): $5.00.');
  await expect(runBeside('digest', '--daily', '--to', 'email', '--api', url)).rejects.toThrow('--from and --recipient');
}, 30_000);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billingUrl } from './billingUrl.ts';
import { billsImportCommand } from './billsImportCommand.ts';

describe('bills import', () => {
  let directory: string;
  let server: Server;
  let keys: (string | undefined)[];
  let said: string[];
  beforeEach(async () => {
    [directory, keys, said] = [mkdtempSync(join(tmpdir(), 'bills-')), [], []];
    jest.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
    server = createServer((request, response) => {
      keys.push(request.headers.authorization);
      const amount = { value: 1.25, currency: 'usd' };
      const data = [
        {
          start_time: Date.UTC(2026, 8, 1) / 1_000,
          results: [{ amount, line_item: 'gpt-5-mini, input', quantity: 5, quantity_unit: 'tokens' }],
        },
      ];
      response.end(JSON.stringify({ data, has_more: false, next_page: null }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    server.close();
    rmSync(directory, { recursive: true });
  });

  const run = (...options: string[]) =>
    billsImportCommand().parseAsync(['--data', directory, ...options], { from: 'user' });

  it('asks OpenAI with the key of a file, and keeps the same month once', async () => {
    const keyFile = join(directory, 'key');
    writeFileSync(keyFile, 'sk-admin-1\n');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const options = ['--openai', '--month', '2026-09', '--key-file', keyFile, '--base-url', baseUrl];
    await run(...options);
    await run(...options);
    expect(keys).toEqual(['Bearer sk-admin-1', 'Bearer sk-admin-1']);
    expect(said).toEqual(['2026-09 openai: 1 lines, kept', '2026-09 openai: 1 lines, as before: nothing to keep']);
  });

  it('asks nobody without saying whom, a month or a key', async () => {
    await expect(run()).rejects.toThrow('give one of a file, --openai and --anthropic');
    await expect(run('bill.csv', '--openai')).rejects.toThrow('give one of');
    await expect(run('--openai', '--month', '2026-13')).rejects.toThrow('--month YYYY-MM');
    const empty = join(directory, 'key');
    writeFileSync(empty, '\n');
    await expect(run('--openai', '--month', '2026-09', '--key-file', empty)).rejects.toThrow('set OPENAI_ADMIN_KEY');
    expect(() => billingUrl('http://billing.example')).toThrow('give https');
    expect(['http://[::1]:1', 'https://billing.example'].map(billingUrl)).toHaveLength(2);
    expect(keys).toEqual([]);
  });
});

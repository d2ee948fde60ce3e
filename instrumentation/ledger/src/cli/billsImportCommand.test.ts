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

  const write = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };

  it('takes the files of a month together, and says what a part of it would leave out', async () => {
    const doubts: unknown[] = [];
    jest.spyOn(console, 'error').mockImplementation((text) => void doubts.push(text));
    const mapping = write('m.yaml', 'provider: mistral_ai\ncolumns: { day: d, cost: c, description: w, account: a }\n');
    const [first, second] = ['01', '02'].map((day) => write(`${day}.csv`, `d,c,w,a\n2026-09-${day},1,x,p_1\n`));
    const rest = ['--mapping', mapping, '--account', 'p_1=web', '--account', 'p_2=shop'];
    await run(first ?? '', second ?? '', ...rest);
    expect(said).toEqual(['2026-09 mistral_ai: 2 lines, kept', '2 rows read, 0 of other services left out']);
    expect(doubts).toEqual(['--account p_2=shop: no line of the bill is of p_2; accounts are web']);
    await run(second ?? '', ...rest.slice(0, 4));
    expect(doubts.slice(1)).toEqual([
      '2026-09 mistral_ai: revision 1 has usage of 1 days that this has none of (2026-09-01 to 2026-09-01): ' +
        'if this is a part of the month, import all of its files at once',
    ]);
    await expect(run(first ?? '', first ?? '', ...rest)).rejects.toThrow('01.csv: it is given twice');
  });

  it('says in which file a fault is', async () => {
    const mapping = write('m.yaml', 'provider: mistral_ai\ncolumns: { day: d, cost: c, description: w }\n');
    const [good, bad] = [write('a.csv', 'd,c,w\n2026-09-01,1,x\n'), write('b.csv', 'd,c,w\n2026-09-01,much,x\n')];
    await expect(run(good, bad, '--mapping', mapping)).rejects.toThrow(`${bad}: row 2: c: "much" is no decimal number`);
    const rates = write('rates.csv', 'day,currency,usd\n2026-09-01,EUR,no\n');
    await expect(run(good, '--mapping', mapping, '--rates', rates)).rejects.toThrow(`rates ${rates}: row 2: usd:`);
    await expect(run(join(directory, 'none.json'))).rejects.toThrow(/none\.json: .*ENOENT/);
    expect(said).toEqual([]);
  });

  it('asks nobody without saying whom, a month or a key', async () => {
    await expect(run()).rejects.toThrow('give one of a file (or several), --openai and --anthropic');
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

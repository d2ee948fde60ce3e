import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { provisionAlertmanager } from './provisionAlertmanager.ts';
import { provisionGrafana } from './provisionGrafana.ts';
import { provisionPrometheus } from './provisionPrometheus.ts';

const FILE = `owner: { name: Ada, contact: "#ai" }
teams: { find: { contact: find@example.com } }
features: { search: { team: find } }
contacts: { "#ai": { webhook: "$HOOK/ai", token: $TOKEN } }
`;
const VARIABLES = {
  HOOK: 'https://chat.example.com',
  TOKEN: 's3cret',
  SMTP_SMARTHOST: 'mail:25',
  SMTP_FROM: 'ai@example.com',
};

let dir: string;
let out: string;
const before = { ...process.env };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'provision-'));
  out = join(dir, 'out');
  writeFileSync(join(dir, 'finops.yaml'), FILE);
  Object.assign(process.env, VARIABLES);
});
afterEach(() => {
  process.env = { ...before };
  rmSync(dir, { recursive: true });
});

test('Alertmanager’s file has the values of secrets, and only its owner reads it', () => {
  const [path = ''] = provisionAlertmanager(join(dir, 'finops.yaml'), out);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(parse(readFileSync(path, 'utf8'))).toMatchObject({
    global: { smtp_smarthost: 'mail:25' },
    route: {
      receiver: 'aifinops-ai',
      repeat_interval: '1d',
      routes: [
        {
          ...{ receiver: 'aifinops-find-example-com', matchers: ['contact = "find@example.com"'] },
          routes: [{ matchers: ['severity = "info"'], repeat_interval: '7d' }],
        },
        { matchers: ['severity = "info"'], repeat_interval: '7d' },
      ],
    },
    receivers: [
      {
        webhook_configs: [
          {
            url: 'https://chat.example.com/ai',
            http_config: { authorization: { type: 'Bearer', credentials: 's3cret' } },
          },
        ],
      },
      { email_configs: [{ to: 'find@example.com' }] },
    ],
  });
});

test('Grafana’s file has the variables, never their values', () => {
  process.env['GF_SMTP_ENABLED'] = 'true';
  const [path = ''] = provisionGrafana({ finops: join(dir, 'finops.yaml'), out, dataSource: 'prom' });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('url: $HOOK/ai');
  expect(text).not.toContain('s3cret');
});

test('an error names file, line and key, and nothing is written', () => {
  delete process.env['TOKEN'];
  const finops = join(dir, 'finops.yaml');
  const message = `owners file ${finops}:4: contacts.#ai.token: the environment variable TOKEN is not set`;
  expect(() => provisionAlertmanager(finops, out)).toThrow(message);
  expect(() => provisionGrafana({ finops, out, dataSource: 'prom' })).toThrow(message);
  expect(() => provisionPrometheus(out, 'grafana')).toThrow('--app-url grafana is not a URL');
  expect(existsSync(out)).toBe(false);
});

test('an earlier file that cannot be read is not written over', () => {
  process.env['GF_SMTP_ENABLED'] = 'true';
  const [path = ''] = provisionGrafana({ finops: join(dir, 'finops.yaml'), out, dataSource: 'prom' });
  writeFileSync(path, 'groups: [');
  expect(() => provisionGrafana({ finops: join(dir, 'finops.yaml'), out, dataSource: 'prom' })).toThrow('mend it');
  expect(readFileSync(path, 'utf8')).toBe('groups: [');
});

test('links of Prometheus’ alerts lead to where people open Grafana', () => {
  const files = provisionPrometheus(out, 'https://grafana.example.com/base/');
  expect(readdirSync(out).sort()).toEqual(['cost.yml', 'ledger.yml']);
  expect(readFileSync(files[0] ?? '', 'utf8')).toContain('https://grafana.example.com/base/a/aifinops-app/');
});

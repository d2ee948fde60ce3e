import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from './liveApi.fixture.ts';

// A busy machine answers late.

const NOON = Date.UTC(2026, 10, 22, 12);
const call = (id: number) => `/api/v1/call?trace=${'07'.repeat(16)}&span=0000000${id}07070707`;

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: { readonly name: string; readonly required: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { content: Readonly<Record<string, { schema: object }>> }>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let api: LiveApi;
let description: Description;
const ajv = new Ajv2020({ strict: true, validateFormats: false, keywords: ['components'] });
const validators = new Map<object, ValidateFunction>();

beforeAll(async () => {
  api = await startApi({ now: () => NOON + 3_600_000, readiness: async () => undefined });
  api.keeper.book([
    [
      moneyRecord(1, { task: 'plan' }),
      moneyRecord(2, { dimensions: { model: 'no-such-model' } }),
      moneyRecord(3, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' }),
      moneyRecord(4, { providerCost: { amount: '0.012', currency: 'USD' } }),
      moneyRecord(5, { usage: { kind: 'none' }, status: 'refused' }),
    ],
  ]);
  const charge = { day: '2026-11-22', provider: 'openai', description: 'x', effectiveNanoUsd: 5n, billedNanoUsd: 5n };
  const lines = [
    { ...charge, category: 'usage', model: 'gpt-5-mini', component: 'input', quantity: 7n } as const,
    { ...charge, category: 'tax' } as const,
  ];
  const bill = { provider: 'openai', month: '2026-11', lines };
  api.bills.keep(bill, { state: 'open', source: 'bill.csv', nowMs: NOON });
  description = (await api.get('/api/v1/openapi.json')).json as Description;
});
afterAll(() => api.stop());

/** The described path that a target is of. */
const templateOf = (path: string): string =>
  Object.keys(description.paths).find((one) => new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)) ??
  path;

function operation(method: string, path: string): Operation {
  const found = description.paths[templateOf(path)]?.[method.toLowerCase()];
  if (!found) {
    throw new Error(`${method} ${path} is not described`);
  }
  return found;
}

/** What is wrong with a value, by a schema of the description. */
function faults(schema: object, value: unknown): unknown {
  const validate =
    validators.get(schema) ?? ajv.compile({ ...schema, components: description.components } as Record<string, unknown>);
  validators.set(schema, validate);
  return validate(value) ? [] : validate.errors;
}

const EVENT = { lever: 'contract', date: '2026-11-04', owner: 'Ana', expectedUsdPerMonth: '12' };
const MARK = { mark: 'explained', feature: 'search', day: '2026-11-17' };
const DECISION = { what: 'Cap retries', why: 'They tripled', owner: 'Search', due: '2026-11-20' };
const REVIEW = { week: '2026-W47', heldOn: '2026-11-23', present: [{ role: 'finance', name: 'F. Nance' }] };
const READINGS = [
  { kind: 'outcome', day: '2026-11-21', feature: 'search', unit: 'answer', count: '120' },
  { kind: 'value', day: '2026-11-21', feature: 'search', usd: '36.5' },
  { kind: 'users', day: '2026-11-21', feature: 'search', count: '40' },
  { kind: 'revenue', day: '2026-11-21', tenant: 'acme', usd: '12' },
];
const SIGNOFF = { month: '2026-10', provider: 'openai', name: 'F. Nance' };

/** At least one good request of every route, and refused ones. */
const REQUESTS: readonly (readonly [method: string, target: string, status: number, body?: object])[] = [
  ['GET', '/healthz', 200],
  ['GET', '/readyz', 200],
  ['GET', '/api/v1/openapi.json', 200],
  ['GET', '/api/v1/days', 200],
  ['GET', '/api/v1/days?by=feature&limit=1', 200],
  ['GET', '/api/v1/days?by=x', 400],
  ['GET', '/api/v1/costs', 200],
  ['GET', '/api/v1/costs?from=2026-11-20&to=2026-11-22&by=tenant&each=day&calibration=openai:1.02&limit=1', 200],
  ['GET', '/api/v1/costs?by=model&tenant=acme', 400],
  ['GET', '/api/v1/tenants', 200],
  ['GET', '/api/v1/tenants?tenant=none', 200],
  ['GET', '/api/v1/segments?from=2026-11-22&feature=search', 200],
  ['GET', '/api/v1/segments?tenant=acme', 400],
  ['GET', '/api/v1/forecasts?scope=total', 200],
  ['GET', '/api/v1/forecasts?scope=feature&name=search', 200],
  ['GET', '/api/v1/forecasts?scope=feature', 400],
  ['GET', '/api/v1/closes', 200],
  ['GET', '/api/v1/anomalies', 200],
  ['GET', '/api/v1/anomalies?from=yesterday', 400],
  ['POST', '/api/v1/closes', 200, { through: '2026-11-20' }],
  ['POST', '/api/v1/closes', 400, { through: 7 }],
  ['GET', '/api/v1/calls', 200],
  ['GET', '/api/v1/calls?limit=1', 200],
  ['GET', '/api/v1/calls?limit=0', 400],
  ['GET', '/api/v1/calls/histogram', 200],
  ['GET', '/api/v1/tasks', 200],
  ...[1, 2, 3, 4, 5].map((id) => ['GET', call(id), 200] as const),
  ['GET', call(9), 404],
  ['GET', '/api/v1/export/openmetrics', 200],
  ['POST', '/api/v1/events', 201, { action: 'create', id: 'e', record: EVENT }],
  ['POST', '/api/v1/events', 409, { action: 'create', id: 'e', record: EVENT }],
  ['POST', '/api/v1/events', 200, { action: 'edit', id: 'e', version: 1, record: { owner: 'Ben', qualityBar: null } }],
  ['POST', '/api/v1/events', 404, { action: 'close', id: 'f', version: 1 }],
  ['GET', '/api/v1/events?history=1', 200],
  ['GET', '/api/v1/levers', 200],
  ['GET', '/api/v1/opportunities', 200],
  ['GET', '/api/v1/commitments', 200],
  ['GET', '/api/v1/economics', 200],
  ['GET', '/api/v1/economics?to=2026-11-22&from=2026-11-01&limit=1', 200],
  [
    'GET',
    '/api/v1/economics?to=2026-11-22&from=2026-11-01&calibration=openai:1.025&calibration=openai:2026-09:1.03&calibration=a:b:2',
    200,
  ],
  ['GET', '/api/v1/economics?calibration=openai:0', 400],
  ['GET', '/api/v1/economics?to=2026-11-22&from=2026-11-23', 400],
  ['POST', '/api/v1/readings', 200, { source: 'crm.csv', readings: READINGS }],
  ['POST', '/api/v1/readings', 400, { source: 'crm.csv', readings: [{ ...READINGS[0], day: '2026-11-22' }] }],
  ['POST', '/api/v1/readings', 400, { source: 'crm.csv', readings: [{ ...READINGS[0], count: '1.5' }] }],
  ['GET', '/api/v1/prices/changes?from=2025-06-01&to=2025-06-12&feature=search', 200],
  ['GET', '/api/v1/prices/changes?from=2025-06-12&to=2025-06-01', 400],
  ['GET', '/api/v1/quotas', 200],
  ['GET', '/api/v1/quotas?scope=feature&name=search', 200],
  ['GET', '/api/v1/quotas?scope=team', 400],
  ['GET', '/api/v1/quotas/feature/search', 200],
  ['GET', '/api/v1/quotas/team/search', 400],
  ['GET', '/api/v1/policy', 200],
  ['GET', '/api/v1/policy?rule=x', 400],
  ['GET', '/api/v1/bills', 200],
  ['GET', '/api/v1/bills?month=2026-11&provider=openai', 200],
  ['GET', '/api/v1/bills?month=november', 400],
  ['GET', '/api/v1/reconciliation?month=2026-11', 200],
  ['GET', '/api/v1/reconciliation', 400],
  ['GET', '/api/v1/reconciliation/days?month=2026-11&provider=openai&model=gpt-5-mini&component=input', 200],
  ['GET', '/api/v1/reconciliation/days?month=2026-11', 400],
  ['GET', '/api/v1/chargeback?month=2026-11&by=team', 200],
  ['GET', '/api/v1/chargeback?month=2026-11&by=tenant', 200],
  ['GET', '/api/v1/chargeback?month=2026-11&by=model', 400],
  ['GET', '/api/v1/lever?id=e', 200],
  ['GET', '/api/v1/lever?id=f', 404],
  ['GET', '/api/v1/lever', 400],
  ['POST', '/api/v1/marks', 201, { action: 'create', id: 'm', record: MARK }],
  ['POST', '/api/v1/marks', 200, { action: 'withdraw', id: 'm', version: 1 }],
  ['GET', '/api/v1/marks?state=set', 200],
  ['POST', '/api/v1/decisions', 201, { action: 'create', id: 'd', note: 'of the review', record: DECISION }],
  ['POST', '/api/v1/decisions', 200, { action: 'close', id: 'd', version: 1 }],
  ['GET', '/api/v1/decisions', 200],
  ['POST', '/api/v1/signoffs', 201, { action: 'create', record: SIGNOFF }],
  ['POST', '/api/v1/signoffs', 200, { action: 'reopen', id: '2026-10:openai', version: 1, note: 'a credit' }],
  ['GET', '/api/v1/signoffs?limit=1', 200],
  ['POST', '/api/v1/reviews', 201, { action: 'create', record: REVIEW }],
  ['POST', '/api/v1/reviews', 200, { action: 'close', id: '2026-W47', version: 1 }],
  ['GET', '/api/v1/reviews', 200],
  ['GET', '/api/v1/review', 200],
  ['GET', '/api/v1/review?week=2199-W01', 400],
  ['GET', '/api/v1/review?week=last', 400],
];

test('every route is described, and every good answer was seen', () => {
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses)
        .filter((status) => status < '300')
        .map((status) => `${method.toUpperCase()} ${path} ${status}`)
    )
  );
  const seen = REQUESTS.filter(([, , status]) => status < 300);
  expect(
    new Set(seen.map(([method, target, status]) => `${method} ${templateOf(target.split('?')[0] ?? '')} ${status}`))
  ).toEqual(new Set(described));
  const ids = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId)
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is sent and answered is as described', async () => {
  for (const [method, target, status, body] of REQUESTS) {
    const [path = '', search = ''] = target.split('?');
    const { parameters, requestBody, responses } = operation(method, path);
    const response = await fetch(api.url + target, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    expect([method, target, response.status]).toEqual([method, target, status]);
    const [type = ''] = response.headers.get('content-type')?.split(';') ?? [];
    const text = await response.text();
    const answer: unknown = type === 'application/json' ? JSON.parse(text) : text;
    expect([target, faults(responses[status]?.content[type]?.schema ?? { not: {} }, answer)]).toEqual([target, []]);
    const accepts = [
      ...(body ? [faults(requestBody?.content['application/json']?.schema ?? {}, body)] : []),
      ...[...new URLSearchParams(search)].map(([name, value]) => {
        const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
        return faults(schema, 'type' in schema && schema.type === 'array' ? [value] : value);
      }),
    ].flat();
    if (status !== 400) {
      expect([target, accepts]).toEqual([target, []]);
    }
  }
});

test('the description says what is not taken', () => {
  const schema = operation('POST', '/api/v1/events').requestBody?.content['application/json']?.schema ?? {};
  for (const body of [
    {},
    { action: 'create' },
    { action: 'create', record: { ...EVENT, colour: 'red' } },
    { action: 'create', record: { ...EVENT, lever: 'magic' } },
    { action: 'edit', id: 'e', record: { owner: 'Ben' } },
  ]) {
    expect([body, faults(schema, body)]).not.toEqual([body, []]);
  }
  expect(operation('GET', '/api/v1/call').parameters).toMatchObject([
    { name: 'trace', required: true },
    { name: 'span', required: true },
    { name: 'time', required: false },
  ]);
  expect(operation('GET', '/api/v1/quotas/{scope}/{name}')).toMatchObject({
    operationId: 'readQuotasScopeName',
    parameters: [
      { name: 'scope', in: 'path', required: true },
      { name: 'name', in: 'path', required: true },
    ],
  });
});

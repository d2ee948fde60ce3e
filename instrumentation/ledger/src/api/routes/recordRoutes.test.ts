import fc from 'fast-check';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

// A busy machine answers late.

let now: number;
let api: LiveApi;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 13);
  api = await startApi({ now: () => now });
});
afterEach(() => api.stop());

const EVENT = { lever: 'prompt_caching', feature: 'search', date: '2026-11-04', owner: 'Ana', qualityBar: '0.88' };
const NOBODY = { name: 'unverified', proof: 'none' };

test('an event is created, edited, closed, withdrawn and opened again; every entry stays', async () => {
  const created = await api.post('/api/v1/events', {
    action: 'create',
    id: 'deploy-17',
    record: { ...EVENT, expectedUsdPerMonth: '1200.50' },
  });
  const first = {
    id: 'deploy-17',
    version: 1,
    state: 'open',
    action: 'create',
    at: '2026-11-22T13:00:00.000Z',
    by: NOBODY,
    createdAt: '2026-11-22T13:00:00.000Z',
    createdBy: NOBODY,
    record: { ...EVENT, expectedUsdPerMonth: '1200.50' },
  };
  expect(created).toEqual({ status: 201, json: first });

  now += 60_000;
  const change = (version: number, action: string, more: object = {}) =>
    api.post('/api/v1/events', { action, id: 'deploy-17', version, ...more });
  const edited = await change(1, 'edit', { record: { owner: 'Ben', qualityBar: null }, note: 'handed over' });
  const { qualityBar: _, ...rest } = first.record;
  expect(edited).toEqual({
    status: 200,
    json: {
      ...first,
      ...{ version: 2, action: 'edit', at: '2026-11-22T13:01:00.000Z', note: 'handed over' },
      record: { ...rest, owner: 'Ben' },
    },
  });
  for (const [version, action, state] of [
    [2, 'close', 'closed'],
    [3, 'reopen', 'open'],
    [4, 'withdraw', 'withdrawn'],
    [5, 'reopen', 'open'],
  ] as const) {
    expect(await change(version, action)).toMatchObject({ status: 200, json: { state, version: version + 1 } });
  }
  expect(await api.get('/api/v1/events')).toMatchObject({
    json: { events: [{ version: 6, state: 'open' }], next: null },
  });
  const { json } = await api.get('/api/v1/events?history=1&id=deploy-17');
  const { events } = json as { events: { version: number; record: object }[] };
  expect(events.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(events[5]).toEqual(first);
  expect(await api.get('/api/v1/events?state=closed')).toMatchObject({ json: { events: [] } });
  expect(await api.get('/api/v1/events?state=closed&history=1')).toMatchObject({ json: { events: [{ version: 3 }] } });
});

test('a control group that overlaps the event is refused, in a new one and in an edit; another one is kept', async () => {
  const create = (record: object) => api.post('/api/v1/events', { action: 'create', id: 'held', record });
  for (const controlFeatures of ['chat, search', 'chat,,', ',', ' ']) {
    expect(await create({ ...EVENT, controlFeatures })).toMatchObject({
      status: 400,
      json: { field: 'record.controlFeatures' },
    });
  }
  expect(await create({ ...EVENT, controlFeatures: 'chat, tagging' })).toMatchObject({ status: 201 });
  const edit = (record: object) => api.post('/api/v1/events', { action: 'edit', id: 'held', version: 1, record });
  expect(await edit({ feature: 'chat' })).toMatchObject({ status: 400, json: { field: 'record.controlFeatures' } });
  expect(await edit({ feature: 'chat', controlFeatures: null })).toMatchObject({ status: 200 });
});

test('who edits an old version is told the newest, and nothing is recorded', async () => {
  await api.post('/api/v1/events', { action: 'create', id: 'one', record: EVENT });
  const edit = (owner: string) =>
    api.post('/api/v1/events', { action: 'edit', id: 'one', version: 1, record: { owner } });
  const both = await Promise.all([edit('Ben'), edit('Cleo')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = both.find(({ status }) => status === 200);
  const lost = both.find(({ status }) => status === 409);
  expect(lost?.json).toEqual({ error: expect.stringMatching(/^not recorded: /), current: won?.json });
  expect(await api.post('/api/v1/events', { action: 'create', id: 'one', record: EVENT })).toMatchObject({
    status: 409,
    json: { current: { version: 2 } },
  });
  expect(await api.post('/api/v1/events', { action: 'reopen', id: 'one', version: 2 })).toMatchObject({
    status: 409,
    json: { error: 'not recorded: it is open: reopen is for what is closed or withdrawn' },
  });
  expect(await api.post('/api/v1/events', { action: 'close', id: 'two', version: 1 })).toMatchObject({ status: 404 });
  expect((await api.get('/api/v1/events?history=1')).json).toMatchObject({ events: { length: 2 } });
});

test('marks, decisions and sign-offs have their own rules', async () => {
  const mark = { mark: 'not_an_anomaly', feature: 'search', day: '2026-11-17' };
  expect(await api.post('/api/v1/marks', { action: 'create', record: mark })).toMatchObject({ json: { state: 'set' } });
  const decision = {
    ...{ what: 'Cap retries', why: 'They tripled', owner: 'Search', due: '2026-11-20' },
    links: [{ to: 'feature', id: 'search' }],
  };
  const { json } = await api.post('/api/v1/decisions', { action: 'create', record: decision });
  const { id } = json as { id: string };
  expect(await api.post('/api/v1/decisions', { action: 'withdraw', id, version: 1 })).toMatchObject({
    status: 400,
    json: { error: 'note is missing', field: 'note' },
  });
  expect(
    await api.post('/api/v1/decisions', { action: 'withdraw', id, version: 1, note: 'not worth it' })
  ).toMatchObject({ status: 200, json: { state: 'withdrawn', note: 'not worth it', record: decision } });

  const month = { month: '2026-10', provider: 'openai' };
  const sign = { action: 'create', record: { ...month, name: 'F. Nance' } };
  expect(await api.post('/api/v1/signoffs', sign)).toMatchObject({
    status: 201,
    json: { id: '2026-10:openai', state: 'signed' },
  });
  expect(await api.post('/api/v1/signoffs', sign)).toMatchObject({ status: 409 });
  const reopen = { action: 'reopen', id: '2026-10:openai', version: 1, note: 'a credit came' };
  expect(await api.post('/api/v1/signoffs', reopen)).toMatchObject({ json: { state: 'reopened' } });
  const again = { action: 'sign', id: '2026-10:openai', version: 2, record: { name: 'G. Nance' } };
  expect(await api.post('/api/v1/signoffs', again)).toMatchObject({
    json: { state: 'signed', version: 3, record: { ...month, name: 'G. Nance' } },
  });
});

test('of two who write the minutes of a week at once, the later one is shown what the first wrote, and adds to it', async () => {
  const create = { action: 'create', record: { week: '2026-W47', heldOn: '2026-11-23' } };
  const started = await Promise.all([api.post('/api/v1/reviews', create), api.post('/api/v1/reviews', create)]);
  expect(started.map(({ status }) => status).sort()).toEqual([201, 409]);
  const write = (version: number, minutes: string) =>
    api.post('/api/v1/reviews', { action: 'edit', id: '2026-W47', version, record: { minutes } });
  const both = await Promise.all([write(1, 'Ana: cap retries'), write(1, 'Ben: ask for a contract')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [won, lost] = both[0].status === 200 ? both : [both[1], both[0]];
  const { current } = lost.json as { current: { version: number; record: { minutes: string } } };
  expect(current).toEqual(won.json);
  expect(await write(current.version, `${current.record.minutes}\nand mine`)).toMatchObject({
    json: { version: 3, record: { minutes: `${current.record.minutes}\nand mine` } },
  });
  const change = (version: number, action: string, more: object = {}) =>
    api.post('/api/v1/reviews', { action, id: '2026-W47', version, ...more });
  expect(await change(3, 'close')).toMatchObject({ json: { state: 'closed' } });
  expect(await change(4, 'edit', { record: { minutes: 'quietly different' } })).toMatchObject({ status: 409 });
  expect(await change(4, 'reopen')).toMatchObject({ status: 400, json: { field: 'note' } });
  expect(await change(4, 'reopen', { note: 'finance was late' })).toMatchObject({
    json: { state: 'open', version: 5 },
  });
  expect((await api.get('/api/v1/reviews?history=1')).json).toMatchObject({ reviews: { length: 5 } });
});

test.each([
  [{ week: '2025-W53' }, 'record.week'],
  [{ week: '2026-11-16' }, 'record.week'],
  [{ heldOn: '2026-02-30' }, 'record.heldOn'],
  [{ present: [{ role: 'boss', name: 'B' }] }, 'record.present.0.role'],
  [{ present: [{ role: 'finance', name: ' ' }] }, 'record.present.0.name'],
])('a review with %j is refused', async (wrong, field) => {
  const record = { week: '2026-W47', heldOn: '2026-11-23', ...wrong };
  expect(await api.post('/api/v1/reviews', { action: 'create', record })).toMatchObject({
    status: 400,
    json: { field },
  });
});

const REFUSED: [object, string | RegExp, string][] = [
  [{ action: 'create' }, 'record is missing', 'record'],
  [{ action: 'make', record: EVENT }, /^action: one of create, edit, close/, 'action'],
  [{ action: 'create', record: { ...EVENT, owner: ' ' } }, /^record\.owner: write something/, 'record.owner'],
  [{ action: 'create', record: { ...EVENT, date: '2026-02-30' } }, 'record.date: a UTC day: YYYY-MM-DD', 'record.date'],
  [{ action: 'create', record: { ...EVENT, lever: 'magic' } }, /^record\.lever: one of prompt_caching/, 'record.lever'],
  [{ action: 'create', record: { ...EVENT, cost: 1 } }, 'record.cost: there is no such field', 'record.cost'],
  [{ action: 'create', record: { ...EVENT, expectedUsdPerMonth: 12 } }, /string/, 'record.expectedUsdPerMonth'],
  [{ action: 'create', record: { ...EVENT, expectedUsdPerMonth: '1e9' } }, /amount/, 'record.expectedUsdPerMonth'],
  [{ action: 'create', record: { ...EVENT, feature: 'a\u0000b' } }, /as the books/, 'record.feature'],
  [{ action: 'create', id: '../x', record: EVENT }, /^id: at most 64/, 'id'],
  [{ action: 'edit', id: 'x', version: 1, record: {} }, 'record: say what changes', 'record'],
  [{ action: 'edit', id: 'x', version: '1', record: { owner: 'B' } }, /^version: the version/, 'version'],
  [{ action: 'close', id: 'x', version: 1, record: { owner: 'B' } }, 'record: there is no such field', 'record'],
];

test('what is wrong is refused and the field named', async () => {
  for (const [body, error, field] of REFUSED) {
    const answer = await api.post('/api/v1/events', body);
    const expected = typeof error === 'string' ? error : expect.stringMatching(error);
    expect([body, answer]).toEqual([body, { status: 400, json: { error: expected, field } }]);
  }
});

test('what a record cannot be without cannot be taken away', async () => {
  await api.post('/api/v1/events', { action: 'create', id: 'one', record: EVENT });
  const change = { action: 'edit', id: 'one', version: 1, record: { owner: null } };
  expect(await api.post('/api/v1/events', change)).toEqual({
    status: 400,
    json: { error: 'record.owner: it cannot be taken away', field: 'record.owner' },
  });
});

test('lists page by page, each record once', async () => {
  for (let id = 0; id < 7; id += 1) {
    await api.post('/api/v1/events', { action: 'create', id: `e${id}`, record: EVENT });
  }
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { json } = await api.get(`/api/v1/events?limit=3${cursor && `&cursor=${cursor}`}`);
    const page = json as { events: { id: string }[]; next: string | null };
    seen.push(...page.events.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
});

test('parameters that are not right are refused and named', async () => {
  const numbers = ['limit=0', 'limit=501', 'limit=x', 'cursor=-1'];
  for (const query of [...numbers, 'state=gone', 'history=yes', 'since=1', 'id=a&id=b', '__proto__=1', 'toString']) {
    const { status, json } = await api.get(`/api/v1/events?${query}`);
    expect([query, status, json]).toEqual([query, 400, { error: expect.any(String), field: query.split(/[=&]/)[0] }]);
  }
});

test('whatever is sent, the answer is 400 with a reason, and nothing is recorded', async () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.record({ action: fc.constantFrom('create', 'edit', 'close'), record: fc.jsonValue(), id: fc.jsonValue() })
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('events', 'marks', 'decisions', 'signoffs', 'reviews'),
      junk,
      async (kind, body) => {
        const { status, json } = await api.post(`/api/v1/${kind}`, body);
        expect([status, json]).toEqual([400, { error: expect.stringMatching(/./), field: expect.any(String) }]);
      }
    ),
    { numRuns: 30, interruptAfterTimeLimit: 2_000 }
  );
  expect(await api.get('/api/v1/events?history=1')).toEqual({ status: 200, json: { events: [], next: null } });
});

test('texts come back as they were written, whatever they say', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).map((one) => `x${one}x`);
  await fc.assert(
    fc.asyncProperty(text, async (what) => {
      const record = { what, why: "'; DROP TABLE record; --", owner: '<b>', due: '2026-12-01' };
      const { status, json } = await api.post('/api/v1/decisions', { action: 'create', record });
      const isPlain = !/[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029]/u.test(what);
      expect([status, isPlain ? (json as { record: unknown }).record : undefined]).toEqual(
        isPlain ? [201, record] : [400, undefined]
      );
    }),
    { numRuns: 15, interruptAfterTimeLimit: 2_000 }
  );
});

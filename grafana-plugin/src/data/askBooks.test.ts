import { of, throwError } from 'rxjs';
import { resetStage, stage } from '../components/frame/stage.fixture.tsx';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { dearest } from '../queries/dearest.ts';
import { askAt, askDaily } from '../queries/question.ts';
import { askPrometheus } from './askPrometheus.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const LAST = Date.UTC(2026, 10, 22);
const source = { uid: 'prom', type: 'prometheus', name: 'Prometheus' };
const scope = { calibration: [{ provider: 'openai', month: '2026-10', ratio: 1.1, earlier: [] }] };
const byTenant = closes('cost', scope, { last: LAST }, ['tenant']);
const answer = {
  costs: [{ name: 'acme', costNanoUsd: '1500000000', days: [{ day: '2026-11-22', costNanoUsd: '1500000000' }] }],
  others: { names: 2, costNanoUsd: '250000000' },
  tenantProvidersUnknownThrough: null,
};

beforeEach(() => {
  resetStage(() => []);
  stage.ledger = (url) => {
    stage.told.push(url);
    return of({ data: answer });
  };
});

test('calibrated tenants come from the books as series do, what is not listed as other', async () => {
  const { each, at, top, whole } = await askPrometheus(source, {
    each: askDaily(closes('cost', scope, { each: { firstDay: LAST, lastDay: LAST } }, ['tenant']), LAST, LAST),
    at: askAt({ params: { by: 'tenant' }, hasOthers: true }, LAST + DAY_MS),
    top: askAt(dearest(byTenant, 1), LAST + DAY_MS),
    whole: askAt(closes('cost', scope, { last: LAST }), LAST + DAY_MS),
  });
  const acme = { labels: { tenant: 'acme' }, points: [{ atMs: LAST, value: 1.5 }] };
  const other = { labels: { tenant: 'other' }, points: [{ atMs: LAST, value: 0.25 }] };
  expect(each).toMatchObject({ kind: 'value', value: [acme, other] });
  expect(at).toMatchObject({ kind: 'value', value: [acme, other] });
  expect(top).toMatchObject({ kind: 'value', value: [acme] });
  expect(new URLSearchParams(stage.told.at(-1)?.split('?')[1]).get('limit')).toBe('1');
  // Without tenants it is still Prometheus that is asked.
  expect(whole.question.expr).toContain('label_replace(vector(1.1)');
  expect(stage.told).toHaveLength(3);
});

test('no ledger, a failing one and a strange answer are told apart, and other questions keep their answers', async () => {
  const questions = { tenants: askAt(byTenant, LAST), calls: askAt(closes('requests', scope, { last: LAST }), LAST) };
  stage.ledger = () => throwError(() => ({ status: 404 }));
  const absent = await askPrometheus(source, questions);
  expect(absent.tenants).toMatchObject({ kind: 'unkept', words: expect.stringContaining('no ledger') });
  expect(absent.calls.kind).toBe('value');
  stage.ledger = () => throwError(() => ({ status: 503, data: { error: 'too busy' } }));
  expect((await askPrometheus(source, questions)).tenants).toMatchObject({ kind: 'failed' });
  stage.ledger = () => of({ data: null });
  expect((await askPrometheus(source, questions)).tenants).toMatchObject({ kind: 'failed' });
});

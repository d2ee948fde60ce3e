import { DAY_MS } from '../queries/dayMs.ts';
import { askAt, askDaily } from '../queries/question.ts';
import { exploreLink } from './exploreLink.ts';

const source = { uid: 'prom', type: 'prometheus', name: 'Prometheus' };
const paneOf = (link: string) =>
  (JSON.parse(new URLSearchParams(link.split('?')[1]).get('panes') ?? '') as { a: unknown }).a;

test('a number is asked again as an instant query at the same time', () => {
  expect(paneOf(exploreLink(source, askAt('sum(x{a="b&c"})', 5 * DAY_MS)))).toMatchObject({
    datasource: 'prom',
    queries: [{ expr: 'sum(x{a="b&c"})', instant: true, range: false }],
    range: { to: String(5 * DAY_MS) },
  });
});

test('days are asked with a step of one day, to the end of the last', () => {
  expect(paneOf(exploreLink(source, askDaily('x', 0, DAY_MS)))).toMatchObject({
    queries: [{ instant: false, range: true, interval: '1d' }],
    range: { from: '0', to: String(2 * DAY_MS) },
  });
});

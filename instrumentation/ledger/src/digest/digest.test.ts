import type { ListedAnomaly } from '../api/listAnomalies.ts';
import type { DigestDay } from './digestDay.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { dayText } from '../store/dayText.ts';
import { eventDay } from '../store/eventDay.ts';
import { dollars } from './dollars.ts';
import { makeDigest, type DigestParts } from './makeDigest.ts';
import { markdownDigest } from './markdownDigest.ts';
import { reviewPart } from './reviewPart.ts';
import { slackMessage } from './slackMessage.ts';
import { teamsMessage } from './teamsMessage.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const YESTERDAY = eventDay(NOW) - 1;
const usd = (amount: number) => String(BigInt(Math.round(amount * 1e9)));

/** November to the 22nd, a Sunday: $100 a day, the last week $10 more; today is open. */
const days: DigestDay[] = Array.from({ length: 23 }, (_, index) => ({
  day: dayText(YESTERDAY - 21 + index),
  state: index === 22 ? 'open' : 'closed',
  costNanoUsd: usd(index > 14 ? 110 : 100),
}));
const anomaly = (more: Partial<ListedAnomaly> = {}): ListedAnomaly => ({
  feature: 'search',
  team: 'Search',
  environment: 'production',
  since: '2026-11-17',
  through: '2026-11-22',
  sentence: 'search: +38 % since Tue 17 Nov, ≈ $41 a day more.',
  state: 'closed',
  nanoUsdPerDay: usd(41),
  isDismissed: false,
  isWidespread: false,
  evidence: { days: [], parts: [] },
  ...more,
});
const owners = { ...NO_OWNERS, total: { owner: 'Ada', team: 'AI platform', budgetPerMonth: '2500' } };
const make = (more: Partial<DigestParts> = {}) =>
  makeDigest({
    days,
    anomalies: [anomaly()],
    owners,
    length: 1,
    nowMs: NOW,
    link: 'https://grafana.example/a/aifinops-app',
    ...more,
  });

test('a day: the number against a week before, owner, budget, what stood out, where to look', () => {
  expect(markdownDigest(make())).toBe(`**AI cost on Sun 22 Nov: $110.00**

10.0 % more than Sun 15 Nov ($100.00). Owner: Ada, AI platform.

Month to date $2,270.00 of $2,500.00 (91 %), day 22 of 30: ahead of budget.

- search: +38 % since Tue 17 Nov, ≈ $41 a day more. Team Search.

Open: https://grafana.example/a/aifinops-app`);
});

test('a week: seven days against the seven before', () => {
  expect(make({ length: 7 })).toMatchObject({
    title: 'AI cost Mon 16 Nov to Sun 22 Nov: $770.00',
    change: '10.0 % more than the week before ($700.00).',
  });
});

test('what is not known is said in words', () => {
  const bare = make({ owners: NO_OWNERS, days: days.slice(16), link: undefined, nowMs: NOW + 2 * 86_400_000 });
  expect(bare).toMatchObject({
    change: 'No week before to compare with.',
    owner: 'Nobody is named as owner: add `owner` to the owners file.',
    budget: expect.stringContaining('no budget is set'),
    notes: ['Tue 24 Nov is not closed yet.'],
  });
  expect(() => make({ days: days.slice(-1) })).toThrow('no day is closed yet');
});

test('dismissed and past anomalies are not told, many are counted', () => {
  const told = (anomalies: ListedAnomaly[]) => make({ anomalies }).anomalies;
  expect(told([anomaly({ isDismissed: true }), anomaly({ through: '2026-11-21' })])).toEqual([]);
  expect(told(Array.from({ length: 13 }, () => anomaly())).at(-1)).toBe('3 more.');
  expect(markdownDigest(make({ anomalies: [] }))).toContain('Nothing stood out.');
});

test('the messages have the shape Slack and Teams take', () => {
  expect(slackMessage(make())).toMatchObject({
    text: 'AI cost on Sun 22 Nov: $110.00',
    blocks: [
      { type: 'header' },
      { type: 'section' },
      { type: 'section' },
      { type: 'actions', elements: [{ type: 'button', url: 'https://grafana.example/a/aifinops-app' }] },
    ],
  });
  expect(teamsMessage(make())).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl' }] },
      },
    ],
  });
});

test('a hostile name neither calls a channel nor draws a link', () => {
  const digest = make({ anomalies: [anomaly({ sentence: '<!channel> <https://evil|x> [x](https://evil) *b*' })] });
  const slack = JSON.stringify(slackMessage(digest));
  expect(slack).toContain('&lt;!channel&gt;');
  expect(slack).not.toContain('<!channel>');
  expect(JSON.stringify(teamsMessage(digest))).toContain(String.raw`\\[x\\](https://evil)`);
});

test('money keeps its cents, and what is less than one is not $0.00', () => {
  expect([dollars(1_284_370_000_000n), dollars(0n), dollars(1_234_000n), dollars(-5_000_000_000n)]).toEqual([
    '$1,284.37',
    '$0.00',
    '$0.0012',
    '-$5.00',
  ]);
});

describe('a week’s review', () => {
  const agenda = [
    { title: 'The number', minutes: 5, sentences: ['$770, 10 % more.', 'No budget is set.'] },
    { title: 'Ship next', minutes: 4, sentences: ['caching · search, <!channel> $41 a month.'] },
  ];
  const minutes =
    '# AI cost review, week 2026-W47\n\nPresent: Ana (engineering)\n\n- **The number**: $770\n\n## Decisions\n\nNone.\n';
  const closed = { state: 'closed', record: { heldOn: '2026-11-23', minutes } };

  test('is its agenda before it is closed', () => {
    const review = reviewPart({ week: '2026-W47', agenda, review: null });
    expect(review.title).toBe('Agenda of the review of week 2026-W47');
    expect(markdownDigest(make({ length: 7, review }))).toContain(
      '**Agenda of the review of week 2026-W47**\n- The number (5 min): $770, 10 % more. No budget is set.'
    );
    expect(JSON.stringify(slackMessage(make({ review })))).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(teamsMessage(make({ review })))).toContain('Ship next (4 min)');
  });

  test('and its minutes after', () => {
    const review = reviewPart({ week: '2026-W47', agenda, review: closed });
    expect(review).toEqual({
      title: 'Minutes of week 2026-W47, held on 2026-11-23',
      lines: ['Present: Ana (engineering)', '- **The number**: $770', '## Decisions', 'None.'],
    });
    expect(markdownDigest(make({ review }))).toContain(
      '- Present: Ana (engineering)\n- **The number**: $770\n## Decisions'
    );
  });
});

import fc from 'fast-check';
import { readStamp, writeStamp } from './annotationStamp.ts';
import { eventAnnotation, MIRROR_TAGS } from './eventAnnotation.ts';
import type { GrafanaAnnotation } from './grafanaAnnotation.ts';
import type { EventEntry } from './lever.ts';
import { plainText } from './plainText.ts';
import { type MirrorPlan, planMirror } from './planMirror.ts';

const entry = (id: string, more: Partial<EventEntry> = {}, record = {}): EventEntry => ({
  ...{ id, version: 1, state: 'open', action: 'create', at: '2026-11-04T09:00:00Z', by: { name: 'Ana' } },
  record: { lever: 'prompt_caching', date: '2026-11-04', owner: 'Ana', feature: 'search', ...record },
  ...more,
});
const DAY = Date.UTC(2026, 10, 4);
const kept = (id: number, event: EventEntry, more: Partial<GrafanaAnnotation> = {}): GrafanaAnnotation => ({
  ...eventAnnotation(event, ''),
  id,
  ...more,
});
const NOTHING: MirrorPlan = { create: [], update: [], remove: [], adopt: [] };

test('an annotation has the day, tags to query by, a line of words, and a link', () => {
  const { time, timeEnd, tags, text } = eventAnnotation(
    entry('4 & 5', {}, { expectedUsdPerMonth: '1200', fullDate: '2026-11-07' }),
    '/grafana'
  );
  expect([time, timeEnd]).toEqual([DAY, DAY + 3 * 86_400_000]);
  expect(tags).toEqual(['ai-finops', 'optimization', 'lever:prompt_caching', 'feature:search']);
  expect(plainText(text)).toBe(
    '▼ prompt caching · search\nOwner Ana, expected to save 1200 USD a month\nOpen in AI FinOps'
  );
  expect(text).toContain('href="/grafana/a/aifinops-app/optimizations?event=4+%26+5"');
  expect(readStamp(text)).toEqual({ version: 1, event: '4 & 5' });
});

test('missing ones are made, changed ones put right, copies and withdrawn ones removed', () => {
  const [a, b, gone] = [entry('a'), entry('b'), entry('c', { state: 'withdrawn' })];
  expect(planMirror([a], [], '')).toEqual({ ...NOTHING, create: [eventAnnotation(a, '')] });
  expect(planMirror([a], [kept(7, a)], '')).toEqual(NOTHING);
  expect(planMirror([a], [kept(7, a, { tags: kept(7, a).tags.toReversed() })], '')).toEqual(NOTHING);
  expect(planMirror([entry('a', { state: 'closed' })], [kept(7, a)], '')).toEqual(NOTHING);
  for (const changed of [{ time: DAY + 1 }, { timeEnd: DAY + 1 }, { tags: MIRROR_TAGS }]) {
    expect(planMirror([a], [kept(7, a, changed)], '')).toEqual({
      ...NOTHING,
      update: [{ id: 7, to: eventAnnotation(a, '') }],
    });
  }
  const edited = kept(7, a, { text: `rollback\n${writeStamp('a')}` });
  expect(planMirror([a], [edited], '').update).toHaveLength(1);
  expect(planMirror([a, b], [kept(9, a), kept(7, a), kept(8, b)], '')).toEqual({ ...NOTHING, remove: [9] });
  expect(planMirror([gone], [kept(7, gone), kept(8, gone)], '')).toEqual({ ...NOTHING, remove: [7, 8] });
});

test('what is made by hand is offered; what others mirror, or a newer app wrote, is left alone', () => {
  const a = entry('a');
  const byHand = { id: 3, time: DAY, timeEnd: DAY, tags: MIRROR_TAGS, text: 'cache on' };
  expect(planMirror([a], [kept(7, a), byHand], '')).toEqual({ ...NOTHING, adopt: [byHand] });
  expect(planMirror([], [kept(7, a)], '')).toEqual(NOTHING);
  const newer = kept(7, a, { text: 'new form <!-- ai-finops/2 {"event":"a"} -->' });
  expect(planMirror([a], [newer], '')).toEqual(NOTHING);
  expect(planMirror([a], [newer, kept(8, a)], '')).toEqual({ ...NOTHING, remove: [8] });
  expect(planMirror([entry('a', {}, { date: undefined })], [], '')).toEqual(NOTHING);
});

const anyName = fc.oneof(
  fc.constantFrom(
    'search',
    'a:b:c',
    '<img src=x onerror=alert(1)>',
    '-->',
    '"quoted" & \\',
    ' spaced ',
    'ünïcode'.repeat(30)
  ),
  fc.string({ unit: 'binary', maxLength: 80 })
);
const anyEntry = fc
  .record({
    id: fc.oneof(fc.constantFrom('a', 'b', 'c'), anyName),
    state: fc.constantFrom('open', 'closed', 'withdrawn'),
  })
  .chain(({ id, state }) =>
    fc
      .record({
        feature: anyName,
        owner: anyName,
        date: fc.constantFrom('2026-11-04', '2026-02-28'),
        fullDate: fc.option(fc.constant('2026-11-09'), { nil: undefined }),
      })
      .map((record) => entry(id, { state }, record))
  );
const anyAnnotation = fc
  .record({
    of: fc.option(anyEntry, { nil: undefined }),
    text: anyName,
    time: fc.constantFrom(DAY, DAY + 1),
    isTold: fc.boolean(),
    version: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ of, text, time, isTold, version }) => {
    const own = of && eventAnnotation(of, '');
    const stamped = `${text}\n${of ? writeStamp(of.id).replace('/1 ', `/${version} `) : ''}`;
    return own && isTold ? own : { time, timeEnd: time, tags: MIRROR_TAGS, text: stamped };
  });

/** What Grafana does to tags: `a:b:c` becomes `a:b`, spaces at the ends go, and 500 bytes are the most. */
const asGrafanaKeeps = (tags: readonly string[]) => {
  expect(new TextEncoder().encode(JSON.stringify(tags)).length).toBeLessThanOrEqual(500);
  return tags.map((tag) => tag.split(':').slice(0, 2).map((part) => part.trim()).join(':')); // prettier-ignore
};

test('whatever stands where, once a plan is carried out the next has nothing to do, and nothing made by hand is touched', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 6 }), fc.array(anyAnnotation, { maxLength: 8 }), (events, drafts) => {
      const before = drafts.map((draft, index) => ({ ...draft, id: index + 1 }));
      const plan = planMirror(events, before, '');
      const changed = new Map(plan.update.map(({ id, to }) => [id, to]));
      const after = [
        ...before.filter(({ id }) => !plan.remove.includes(id)).map((one) => ({ ...one, ...changed.get(one.id) })),
        ...plan.create.map((draft, index) => ({ ...draft, id: 100 + index })),
      ].map((one) => ({ ...one, tags: asGrafanaKeeps(one.tags) }));
      expect(planMirror(events, after, '')).toEqual({
        ...NOTHING,
        adopt: plan.adopt.map((one) => after.find(({ id }) => id === one.id)),
      });
      const byHand = before.filter(({ text }) => readStamp(text) === undefined);
      expect(plan.adopt).toEqual(byHand);
      for (const event of new Map(events.map((one) => [one.id, one])).values()) {
        const copies = after.filter(({ text }) => readStamp(text)?.event === event.id);
        const newer = copies.filter(({ text }) => readStamp(text)?.version === 2);
        expect(copies.length - newer.length).toBe(event.state === 'withdrawn' || newer.length > 0 ? 0 : 1);
      }
    }),
    { numRuns: 300 }
  );
});

test('names of any kind stay words: no markup gets into an annotation but our link', () => {
  fc.assert(
    fc.property(anyName, anyName, (feature, owner) => {
      const { text } = eventAnnotation(entry('id', {}, { feature, owner }), '');
      expect(
        text.replace(/<a href="[^"<>]*">Open in AI FinOps<\/a>\n<!-- ai-finops\/1 \{[^<>]*\} -->$/, '')
      ).not.toMatch(/[<>]/);
    })
  );
});

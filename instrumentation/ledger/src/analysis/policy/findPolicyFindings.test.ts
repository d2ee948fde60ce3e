import { findPolicyFindings } from './findPolicyFindings.ts';
import type { PolicyTerms } from './policyTerms.ts';
import type { PolicyScore, PolicyUse } from './policyUse.ts';

const [FROM, THROUGH] = [1_028, 1_055];
const DAY = 86_400_000;
const inDays = (days: number) => new Date((THROUGH + 1 + days) * DAY).toISOString().slice(0, 10);

/** Ten calls a day of one kind; `rest` says what is different. */
function calls(model: string, days: readonly [number, number], rest: Partial<PolicyUse> = {}): PolicyUse[] {
  return Array.from({ length: days[1] - days[0] + 1 }, (_, index) => ({
    ...{ day: days[0] + index, feature: 'search', requestType: 'answer', provider: 'openai', model },
    ...{ requests: 10, nanoUsd: 1_000n, ...rest },
  }));
}
const score = (rest: Partial<PolicyScore>): PolicyScore => ({
  ...{ day: FROM, feature: 'search', requestType: 'answer', model: 'new', evaluator: 'judge', count: 20, sum: 18 },
  ...rest,
});

const NOTHING: PolicyTerms = { models: [], requestTypes: new Map(), bars: new Map() };
const old = calls('old', [1_000, THROUGH]);
const openai = (model: string) => ({ provider: 'openai', model });

function found(
  terms: Partial<PolicyTerms>,
  books: Partial<Parameters<typeof findPolicyFindings>[0]> = {}
): { rule: string; model: string; sentence: string; requests: number }[] {
  const all = { uses: old, scores: [], replaced: [], ...books };
  return findPolicyFindings(all, { ...NOTHING, ...terms }, { from: FROM, through: THROUGH, today: THROUGH + 1 });
}
const rules = (...args: Parameters<typeof found>) => found(...args).map(({ rule, model }) => `${rule} ${model}`);

test('without terms and with one model all the time there is nothing to say', () => {
  expect(found({})).toEqual([]);
});

test('unapproved: what is refused, and what a list of approved models leaves out', () => {
  expect(found({ models: [{ ...openai('old'), approved: false }] })).toEqual([
    {
      ...{ rule: 'unapproved_model', feature: 'search', requestType: '', provider: 'openai', model: 'old' },
      ...{ requests: 280, nanoUsd: 28_000n },
      sentence: 'old is not approved, and search uses it: move it, or approve it in the owners file.',
    },
  ]);
  const [unlisted] = found({ models: [{ ...openai('other'), approved: true }] });
  expect(unlisted?.sentence).toMatch(/^old is not among the approved models/);
  expect(rules({ models: [{ ...openai('old'), approved: true }] })).toEqual([]);
  expect(rules({ models: [{ ...openai('other'), approved: false }] })).toEqual([]);
  expect(rules({ models: [{ provider: 'azure', model: 'old', approved: false }] })).toEqual([]);
});

test('retiring: within 90 days or past; not on the 91st, not where it is out of use', () => {
  const retires = (days: number) => found({ models: [{ ...openai('old'), retires: inDays(days) }] })[0]?.sentence;
  expect(retires(90)).toBe(
    `old is switched off on ${inDays(90)}, in 90 days, and search uses it. No replacement is named: choose one in the owners file.`
  );
  expect(retires(1)).toMatch(/in 1 day,/);
  expect(retires(-1)).toMatch(/^old was to be switched off on .*, and search still uses it\./);
  expect(retires(91)).toBeUndefined();
  expect(
    rules({ models: [{ ...openai('old'), retires: inDays(5) }] }, { uses: calls('old', [1_000, FROM - 1]) })
  ).toEqual([]);
});

test('retiring: what the replacement costs on the same tokens, and what is not known of it', () => {
  const models = [{ ...openai('old'), retires: inDays(5), replacement: 'next' }];
  const cost = {
    ...{ feature: 'search', ...openai('old'), replacement: 'next', calls: 280, nanoUsd: 20_000_000_000n },
    ...{ replacementNanoUsd: 35_000_000_000n, unpricedCalls: 0 },
  };
  const said = (replaced: readonly (typeof cost)[]) => found({ models }, { replaced })[0]?.sentence.split('. ')[1];
  expect(said([cost])).toBe('The same tokens with next cost $35 instead of $20, +$15.');
  expect(said([{ ...cost, unpricedCalls: 3 }])).toMatch(/\+\$15 \(3 calls without a price left out\)/);
  expect(said([{ ...cost, calls: 0, unpricedCalls: 280 }])).toBe('next takes its place; its price is not known.');
  expect(said([{ ...cost, replacement: 'another' }])).toMatch(/what it would cost is not known yet/);
  expect(said([{ ...cost, feature: 'chat' }])).toMatch(/not known yet/);
});

test('top tier: the default that is named, else what most calls go to', () => {
  const models = [{ ...openai('old'), tier: 'top' }];
  const [finding] = found({ models });
  expect(finding?.sentence).toBe(
    'old, of the top tier, takes 100 % of the calls for answer of search: would a smaller one do?'
  );
  expect(found({ models, requestTypes: new Map([['answer', { default: openai('old') }]]) })[0]?.sentence).toMatch(
    /is named as the default/
  );
  const small = new Map([['answer', { default: openai('small'), fallback: openai('f') }]]);
  expect(
    rules({
      models: [...models, { ...openai('f'), approved: true }, { ...openai('old'), approved: true, tier: 'top' }],
      requestTypes: small,
    })
  ).toEqual([]);
  const half = [...old, ...calls('other', [1_000, THROUGH])];
  expect(rules({ models }, { uses: half })).toEqual([]);
  expect(rules({ models: [{ ...openai('old'), tier: 'middle' }] })).toEqual([]);
});

test('fallback: named, approved, another one, and staying', () => {
  const approved = { ...openai('spare'), approved: true };
  const said = (fallback: string | undefined, model: object = approved, usual = openai('old')) =>
    found({
      models: [
        { ...openai('old'), approved: true },
        { ...approved, ...model },
      ],
      requestTypes: new Map([['answer', { default: usual, ...(fallback && { fallback: openai(fallback) }) }]]),
    })[0]?.sentence;
  expect(said(undefined)).toBe('answer of search has no approved fallback: none is named.');
  expect(said('spare', { approved: undefined })).toMatch(/spare is not approved/);
  expect(said('spare', {}, openai('spare'))).toMatch(/spare is the default, too/);
  expect(said('spare', { retires: inDays(90) })).toMatch(/spare is switched off on/);
  expect(said('spare')).toBeUndefined();
  expect(said('spare', { retires: inDays(91) })).toBeUndefined();
  expect(rules({ requestTypes: new Map([['other', { default: openai('old') }]]) })).toEqual([]);
});

const switched = [...old, ...calls('new', [FROM + 10, THROUGH])];

test('switched: above 5 % of seven days without a score on that request type by then', () => {
  const [finding] = found({}, { uses: switched });
  expect(finding).toMatchObject({ rule: 'switched_unevaluated', model: 'new', since: FROM + 10, requests: 180 });
  expect(finding?.sentence).toBe(
    'new took over 13 % of answer of search before anybody had judged it there: evaluate it, or go back.'
  );
  const of = (rest: Partial<PolicyScore>) => rules({}, { uses: switched, scores: [score(rest)] });
  expect(of({})).toEqual([]);
  expect(of({ day: FROM + 10, feature: 'chat' })).toEqual([]);
  expect(of({ day: FROM + 11 })).toHaveLength(1);
  expect(of({ model: 'old' })).toHaveLength(1);
  expect(of({ requestType: 'chat' })).toHaveLength(1);
  const terms = { requestTypes: new Map([['answer', { eval: 'groundedness' }]]) };
  const byName = (evaluator: string) =>
    rules(terms, { uses: switched, scores: [score({ evaluator })] }).filter((one) => one.startsWith('switched'));
  expect(byName('groundedness')).toEqual([]);
  expect(byName('judge')).toEqual(['switched_unevaluated new']);
});

test('switched: a share up to 5 %, a new kind of request, and a model that was there before are none', () => {
  const uses = (requests: number) => [
    ...calls('old', [1_000, THROUGH], { requests: 100 - requests }),
    ...calls('new', [FROM + 10, THROUGH], { requests }),
  ];
  expect(rules({}, { uses: uses(5) })).toEqual([]);
  expect(rules({}, { uses: uses(6) })).toHaveLength(1);
  expect(rules({}, { uses: calls('new', [FROM + 3, THROUGH]) })).toEqual([]);
  expect(rules({}, { uses: [...old, ...calls('new', [1_000, 1_010]), ...calls('new', [FROM + 10, THROUGH])] })).toEqual(
    []
  );
  expect(rules({}, { uses: [...old, ...calls('new', [FROM - 3, THROUGH])] })).toEqual([]);
});

test('quality: the mean of what took over against the bar of its feature, of enough scores', () => {
  const bars = new Map([['search', 0.9]]);
  const below = (rest: Partial<PolicyScore>, terms: Partial<PolicyTerms> = { bars }) =>
    found(terms, {
      uses: switched,
      scores: [score({ sum: 20 }), score({ day: FROM + 12, sum: 17.9, ...rest })],
    }).filter(({ rule }) => rule === 'quality_below_bar');
  expect(below({})[0]?.sentence).toBe(
    'new took over answer of search and scores 0.895 in 20 judgements, below the bar of 0.9: go back, or change what it is asked.'
  );
  expect(below({ sum: 18 })).toEqual([]);
  expect(below({ count: 19, sum: 1 })).toEqual([]);
  expect(below({ feature: 'chat' })).toEqual([]);
  expect(below({ day: FROM + 9 })).toEqual([]);
  expect(below({}, {})).toEqual([]);
  expect(below({}, { bars, requestTypes: new Map([['answer', { eval: 'groundedness' }]]) })).toEqual([]);
});

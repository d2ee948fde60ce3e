import { ALERT_RULES } from './alertRules.ts';
import { grafanaAlerting } from './grafanaAlerting.ts';
import type { Receiver } from './receiver.ts';
import { withDeletions } from './withDeletions.ts';

interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly noDataState: string;
  readonly execErrState: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly data: readonly { readonly model: { readonly expr?: string } }[];
  readonly labels: { readonly severity: string };
  readonly notification_settings: { readonly receiver: string; readonly repeat_interval: string };
}
interface Alerting {
  readonly contactPoints: readonly { readonly name: string; readonly receivers: readonly unknown[] }[];
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
}

const receiver = (contact: string, slug: string): Receiver => ({
  contact,
  slug,
  written: { webhook: '$HOOK', email: 'a@example.com' },
  resolved: { webhook: 'https://a.example', email: 'a@example.com' },
});
const ai = receiver('#ai', 'ai');
const find = receiver('a "quoted" $contact', 'a-quoted-contact');
const talk = receiver('#talk', 'talk');

const alerting = (receivers: readonly [Receiver, ...Receiver[]], hasMail = false) =>
  grafanaAlerting({ receivers, ofFeatures: new Set([find.contact]), hasMail, dataSourceUid: 'prom' }) as Alerting;
const rulesOf = ({ groups }: Alerting) => groups.flatMap(({ rules }) => rules);
const exprOf = ({ data }: Rule) => data[0]?.model.expr ?? '';

test('every rule has a name of its own that Grafana takes, and a contact point that is there', () => {
  const made = alerting([ai, find, talk]);
  const rules = rulesOf(made);
  expect(rules.filter(({ uid }) => !/^[a-z-]{1,40}$/.test(uid))).toEqual([]);
  for (const key of ['uid', 'title'] as const) {
    expect(new Set(rules.map((rule) => rule[key])).size).toBe(rules.length);
  }
  const points = made.contactPoints.map(({ name }) => name);
  expect([...new Set(rules.map((rule) => rule.notification_settings.receiver))].sort()).toEqual([...points].sort());
  expect(new Set(rules.map((rule) => `${rule.noDataState} ${rule.execErrState}`))).toEqual(new Set(['OK KeepLast']));
});

test('what is for information is told once a week, all else once a day', () => {
  const told = rulesOf(alerting([ai, find])).map(
    ({ labels, notification_settings: { repeat_interval: every } }) => `${labels.severity} ${every}`
  );
  expect([...new Set(told)].sort()).toEqual(['critical 1d', 'info 7d', 'warning 1d']);
});

test('a contact is told of what can be theirs, the owner of all of everything', () => {
  const rules = rulesOf(alerting([ai, find, talk]));
  const toldTo = (slug: string) => rules.filter(({ uid }) => uid.endsWith(`-${slug}`)).length;
  const count = (...whom: string[]) =>
    ALERT_RULES.flatMap((group) => group.rules).filter((rule) => whom.includes(rule.toldTo)).length;
  expect(toldTo('ai')).toBe(count('feature', 'named', 'all', 'ledger'));
  expect(toldTo('a-quoted-contact')).toBe(count('feature', 'named'));
  expect(toldTo('talk')).toBe(count('named'));
});

test('however many contacts there are, no group is larger than Grafana likes, and none is empty', () => {
  const many = Array.from({ length: 20 }, (_, index) => receiver(`#team-${index}`, `team-${index}`));
  const { groups } = alerting([ai, ...many]);
  expect(groups.filter(({ rules }) => rules.length === 0 || rules.length > 100)).toEqual([]);
  expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  expect(alerting([ai]).groups.map(({ name }) => name)).toEqual(ALERT_RULES.map(({ group }) => group));
});

test('a rule asks for its contact’s own, and nothing of a contact breaks out of the query or is a variable', () => {
  const rules = rulesOf(alerting([ai, find]));
  const own = rules.find(({ uid }) => uid === 'aifinops-anomaly-a-quoted-contact');
  expect(exprOf(own as Rule)).toContain('contact="a \\"quoted\\" $contact"');
  expect(own?.title).toBe('A feature cost more than usual (a "quoted" $$contact)');
  const rest = rules.find(({ uid }) => uid === 'aifinops-anomaly-ai');
  expect(exprOf(rest as Rule)).toContain('unless on (feature)');
  const alone = rulesOf(alerting([ai])).find(({ uid }) => uid === 'aifinops-anomaly-ai');
  expect(exprOf(alone as Rule)).not.toContain('unless');
  expect(alone?.annotations['summary']).toContain(
    'cost {{ with $values.A }}{{ printf "%.2f" .Value }}{{ else }}no data{{ end }} USD'
  );
});

test('mail is written only where it works', () => {
  const points = (hasMail: boolean) => alerting([ai], hasMail).contactPoints[0]?.receivers.length;
  expect([points(false), points(true)]).toEqual([1, 2]);
});

test('what is there no more is deleted, until it is there again', () => {
  const both = alerting([ai, talk]);
  const one = withDeletions(alerting([ai]), both) as { deleteRules: object[]; deleteContactPoints: object[] };
  expect(one.deleteRules).toContainEqual({ orgId: 1, uid: 'aifinops-budget-over-talk' });
  expect(one.deleteRules).toHaveLength(rulesOf(both).length - rulesOf(alerting([ai])).length);
  expect(one.deleteContactPoints).toEqual([{ orgId: 1, uid: 'aifinops-talk-webhook' }]);
  expect(withDeletions(alerting([ai]), one)).toEqual(one);
  expect(withDeletions(both, one)).toEqual(both);
});

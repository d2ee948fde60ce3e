import type { AlertRule } from './alertRule.ts';
import { ALERT_RULES } from './alertRules.ts';
import { ownedExpr } from './ownedExpr.ts';
import type { Receiver } from './receiver.ts';
import { repeatInterval } from './repeatInterval.ts';

export interface GrafanaAlertingOptions {
  readonly receivers: readonly [Receiver, ...Receiver[]];
  /** Contacts of features; the others are of teams or of all. */
  readonly ofFeatures: ReadonlySet<string>;
  readonly hasMail: boolean;
  readonly dataSourceUid: string;
}

const ORG = { orgId: 1 };
const FOLDER = 'AI FinOps';

const TEMPLATE = `{{ define "aifinops.title" }}[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}{{ with .CommonLabels.feature }} · {{ . }}{{ end }}{{ end }}
{{ define "aifinops.message" }}{{ range .Alerts }}{{ .Annotations.summary }}
{{ .Annotations.description }}
{{ with .Labels.owner }}Owner: {{ . }}
{{ end }}{{ with .Annotations.link }}Open: {{ . }}
{{ end }}{{ end }}{{ end }}
`;
const TITLE = '{{ template "aifinops.title" . }}';
const MESSAGE = '{{ template "aifinops.message" . }}';

/**
 * Contact points, notification texts and rules as Grafana reads them from `provisioning/alerting`, together, because one
 * contact point that is missing stops it at start. A contact gets rules of its own for what may be theirs: so they reach
 * it without a notification policy, of which an organisation has only one tree. They are a group of their own, too: Grafana
 * warns of groups with more than 100 rules, and with 40 rules three contacts would be enough for that.
 */
export function grafanaAlerting(options: GrafanaAlertingOptions): object {
  const { receivers, hasMail } = options;
  return {
    apiVersion: 1,
    contactPoints: receivers.map((receiver) => contactPoint(receiver, hasMail)),
    templates: [{ ...ORG, name: 'aifinops', template: TEMPLATE }],
    groups: ALERT_RULES.flatMap(({ group, interval, rules }) =>
      receivers.flatMap((receiver) => {
        const theirs = rules.filter((rule) => mayBeTold(rule, receiver, options));
        const name = receivers.length > 1 ? `${group}-${receiver.slug}` : group;
        const written = theirs.map((rule) => toRule(rule, receiver, options));
        return theirs.length === 0 ? [] : [{ ...ORG, name, folder: FOLDER, interval, rules: written }];
      })
    ),
  };
}

function mayBeTold(
  { toldTo }: AlertRule,
  receiver: Receiver,
  { receivers, ofFeatures }: GrafanaAlertingOptions
): boolean {
  const isLast = receiver === receivers[0];
  return isLast || toldTo === 'named' || (toldTo === 'feature' && ofFeatures.has(receiver.contact));
}

const nameOf = ({ slug }: Receiver) => `aifinops-${slug}`;

function contactPoint(receiver: Receiver, hasMail: boolean): object {
  const { webhook, token, slack, email } = receiver.written;
  const name = nameOf(receiver);
  const bearer = token && { authorization_scheme: 'Bearer', authorization_credentials: token };
  const webhookSettings = { url: webhook, httpMethod: 'POST', ...bearer, title: TITLE, message: MESSAGE };
  return {
    ...ORG,
    name,
    receivers: [
      ...(webhook ? [{ uid: `${name}-webhook`, type: 'webhook', settings: webhookSettings }] : []),
      ...(slack
        ? [{ uid: `${name}-slack`, type: 'slack', settings: { url: slack, title: TITLE, text: MESSAGE } }]
        : []),
      ...(email && hasMail
        ? [
            {
              uid: `${name}-email`,
              type: 'email',
              settings: { addresses: email, singleEmail: true, subject: TITLE, message: MESSAGE },
            },
          ]
        : []),
    ],
  };
}

function toRule(rule: AlertRule, receiver: Receiver, { receivers, dataSourceUid }: GrafanaAlertingOptions): object {
  const told = { contact: receiver.contact, isLast: receiver === receivers[0] };
  const expr = ownedExpr(rule, receivers.length > 1 ? told : undefined);
  const model = { refId: 'A', instant: true, range: false, expr };
  const conditions = [{ evaluator: { type: 'gt', params: [-1e15] } }];
  return {
    uid: `aifinops-${rule.id}-${receiver.slug}`,
    title: receivers.length > 1 ? `${rule.title} (${receiver.contact.replaceAll('$', '$$$$')})` : rule.title,
    condition: 'C',
    for: rule.for ?? '0s',
    noDataState: 'OK',
    execErrState: 'KeepLast',
    data: [
      { refId: 'A', datasourceUid: dataSourceUid, relativeTimeRange: { from: 600, to: 0 }, model },
      // The query holds the comparison: whatever it returns fires.
      { refId: 'C', datasourceUid: '__expr__', model: { refId: 'C', type: 'threshold', expression: 'A', conditions } },
    ],
    labels: { severity: rule.severity, rule: rule.name },
    annotations: {
      summary: asGrafana(rule.summary),
      description: asGrafana(rule.description),
      ...(rule.page && { link: `{{ externalURL }}${rule.page.slice(1)}` }),
    },
    notification_settings: {
      receiver: nameOf(receiver),
      group_by: ['alertname', 'grafana_folder', 'feature'],
      group_wait: '10s',
      group_interval: '1m',
      repeat_interval: repeatInterval(rule.severity),
    },
  };
}

/**
 * Prometheus' templates call the value `$value`. Grafana fills them in also where the query returned nothing, and then
 * there is none: to format it would be an error in its log, every minute.
 */
const asGrafana = (template: string) =>
  template.replace(
    /\{\{ ([^{}]*)\$value([^{}]*) \}\}/g,
    '{{ with $values.A }}{{ $1.Value$2 }}{{ else }}no data{{ end }}'
  );

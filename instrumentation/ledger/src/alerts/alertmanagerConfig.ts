import type { Receiver } from './receiver.ts';
import { repeatInterval } from './repeatInterval.ts';

/** Where Alertmanager hands over mail. */
export interface Smtp {
  /** `host:port` */
  readonly smarthost: string;
  readonly from: string;
}

/** Who is told stays as the route above it says. */
const seldom = () => ({ matchers: ['severity = "info"'], repeat_interval: repeatInterval('info') });

/**
 * A whole configuration of Alertmanager: each contact gets what is theirs, the first one all the rest. It expands no
 * variables, so their values stand in it: keep the file to yourself.
 */
export function alertmanagerConfig(receivers: readonly [Receiver, ...Receiver[]], smtp: Smtp | undefined): object {
  const [last, ...others] = receivers;
  return {
    ...(smtp && { global: { smtp_smarthost: smtp.smarthost, smtp_from: smtp.from } }),
    route: {
      receiver: nameOf(last),
      group_by: ['alertname', 'feature'],
      group_wait: '10s',
      group_interval: '1m',
      repeat_interval: repeatInterval('warning'),
      routes: [
        ...others.map((receiver) => ({
          receiver: nameOf(receiver),
          matchers: [`contact = "${receiver.contact.replace(/[\\"]/g, '\\$&')}"`],
          routes: [seldom()],
        })),
        seldom(),
      ],
    },
    receivers: receivers.map((receiver) => toReceiver(receiver, smtp !== undefined)),
  };
}

const nameOf = ({ slug }: Receiver) => `aifinops-${slug}`;

function toReceiver(receiver: Receiver, hasMail: boolean): object {
  const { webhook, token, slack, email } = receiver.resolved;
  const authorization = token && { http_config: { authorization: { type: 'Bearer', credentials: token } } };
  const text = '{{ range .Alerts }}{{ .Annotations.summary }} {{ .Annotations.link }}\n{{ end }}';
  return {
    name: nameOf(receiver),
    ...(webhook && { webhook_configs: [{ url: webhook, send_resolved: true, ...authorization }] }),
    ...(slack && { slack_configs: [{ api_url: slack, send_resolved: true, text }] }),
    ...(email && hasMail && { email_configs: [{ to: email, send_resolved: true }] }),
  };
}

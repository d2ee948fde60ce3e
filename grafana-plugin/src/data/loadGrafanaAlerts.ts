import { config, getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import type { FiringAlert } from './firingAlert.ts';
import { serverWords } from './serverWords.ts';

/** Grafana's own alerts that fire, or why they are not among those that are shown. */
type GrafanaAlerts =
  | { readonly kind: 'value'; readonly alerts: readonly FiringAlert[] }
  | { readonly kind: 'unasked'; readonly why: string };

/** The folder that `ai-finops provision grafana` writes rules to; what somebody adds there is ours, too. */
const FOLDER = 'AI FinOps';
/** A rule that keeps firing for a while after its condition went recovers; an error may keep it alerting. */
const FIRES = /^(alerting|firing|recovering)/i;

/**
 * What fires of the rules that Grafana evaluates: Prometheus' `ALERTS` knows nothing of them. Not asked where it would be
 * refused for sure, so that nobody's console says so. Rejects only when `signal` aborts it.
 */
export async function loadGrafanaAlerts(signal?: AbortSignal): Promise<GrafanaAlerts> {
  if (!config.unifiedAlertingEnabled) {
    return { kind: 'unasked', why: 'Grafana evaluates no alert rules here' };
  }
  const { permissions } = config.bootData.user;
  if (permissions && Object.keys(permissions).length > 0 && !permissions['alert.rules:read']) {
    return { kind: 'unasked', why: 'you may not read Grafana’s own alert rules' };
  }
  try {
    const { data } = await firstValueFrom(
      getBackendSrv().fetch<unknown>({
        url: '/api/prometheus/grafana/api/v1/rules?state=firing',
        showErrorAlert: false,
        ...(signal && { abortSignal: signal }),
      })
    );
    return { kind: 'value', alerts: alertsIn(data) };
  } catch (error) {
    signal?.throwIfAborted();
    return { kind: 'unasked', why: `Grafana’s own could not be read (${serverWords(error)})` };
  }
}

function alertsIn(body: unknown): FiringAlert[] {
  return list(fields(fields(body)['data'])['groups'])
    .filter((group) => group['file'] === FOLDER)
    .flatMap((group) => list(group['rules']))
    .flatMap((rule) =>
      list(rule['alerts'])
        .filter(({ state }) => typeof state === 'string' && FIRES.test(state))
        .map(({ labels, annotations }): FiringAlert => {
          const said = texts({ ...fields(rule['labels']), ...fields(labels) });
          const { rule: name = said['alertname'] ?? String(rule['name']), ...rest } = said;
          const uid = rule['uid'];
          const summary = fields(annotations)['summary'];
          return {
            labels: { ...rest, alertname: name },
            ...(typeof summary === 'string' && { summary }),
            ...(typeof uid === 'string' && { href: `/alerting/grafana/${encodeURIComponent(uid)}/view` }),
          };
        })
    );
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(fields) : [];
const texts = (labels: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

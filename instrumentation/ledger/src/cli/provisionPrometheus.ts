import { ALERT_RULES } from '../alerts/alertRules.ts';
import { prometheusRules } from '../alerts/prometheusRules.ts';
import { Unusable } from '../store/unusable.ts';
import { writeProvisioned } from './writeProvisioned.ts';

/** Writes the rule files of Prometheus; owners are read from its metrics when the rules run. */
export function provisionPrometheus(out: string, appUrl: string): readonly string[] {
  if (!URL.canParse(appUrl)) {
    throw new Unusable(`--app-url ${appUrl} is not a URL; give one such as https://grafana.example.com`);
  }
  const base = appUrl.replace(/\/+$/, '');
  return writeProvisioned(
    out,
    ALERT_RULES.map((group) => ({ name: group.file, content: prometheusRules(group, base) }))
  );
}

import { alertmanagerConfig } from '../alerts/alertmanagerConfig.ts';
import { readAlerting } from './readAlerting.ts';
import { writeProvisioned } from './writeProvisioned.ts';

/** Writes a configuration of Alertmanager. Mail goes by SMTP_SMARTHOST (`host:port`), from SMTP_FROM. */
export function provisionAlertmanager(finops: string, out: string): readonly string[] {
  const { SMTP_SMARTHOST: smarthost, SMTP_FROM: from } = process.env;
  const smtp = smarthost && from ? { smarthost, from } : undefined;
  const { receivers } = readAlerting(finops, {
    env: process.env,
    mail: smtp ? 'works' : { set: 'SMTP_SMARTHOST and SMTP_FROM' },
  });
  return writeProvisioned(out, [
    { name: 'alertmanager.yml', content: alertmanagerConfig(receivers, smtp), mode: 0o600 },
  ]);
}

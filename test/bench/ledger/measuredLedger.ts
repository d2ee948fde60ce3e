import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { freePort } from '../../pipeline/freePort.ts';
import { startServer, type Server } from './server.ts';

const cli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');

/** The built ledger in a process of its own. */
export interface MeasuredLedger extends Server {
  readonly intake: string;
  readonly metrics: string;
  readonly api: string;
  /** Calls in the books. */
  booked(): Promise<number>;
  /** Bytes on disk. */
  bytes(): number;
}

export async function startMeasuredLedger(data: string, env?: Record<string, string>): Promise<MeasuredLedger> {
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const [intake, metrics, api] = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string, string];
  const listen = ['--intake-port', '--metrics-port', '--api-port'].flatMap((name, index) => [name, `${ports[index]}`]);
  const server = await startServer(cli, ['ledger', '--data', data, ...listen], `${metrics}/healthz`, env);
  return {
    ...server,
    intake: `${intake}/v1/traces`,
    metrics,
    api,
    async booked() {
      const answer = (await (await fetch(`${api}/api/v1/days`)).json()) as { days: { requests: string }[] };
      return answer.days.reduce((sum, { requests }) => sum + Number(requests), 0);
    },
    bytes: () => readdirSync(data).reduce((sum, name) => sum + statSync(path.join(data, name)).size, 0),
  };
}

import { seededRandom } from '../seededRandom.ts';
import { driveTraffic } from './driveTraffic.ts';
import { endService } from './endService.ts';
import { launchService } from './launchService.ts';

/*
 * The demo company's services, one process each, and the people who use them. DEMO_RATE: provider calls a second (3).
 * PROVIDERS_URL: the simulated providers. AI_FINOPS_ENDPOINT: where records go.
 */
const { PROVIDERS_URL = 'http://127.0.0.1:4010', AI_FINOPS_ENDPOINT, DEMO_RATE = '3' } = process.env;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort());
}

const common = {
  openaiUrl: `${PROVIDERS_URL}/openai/v1`,
  anthropicUrl: `${PROVIDERS_URL}/anthropic`,
  endpoint: AI_FINOPS_ENDPOINT ?? 'http://127.0.0.1:4318',
};
const services = await Promise.all([
  ...['search', 'support', 'documents', 'engineering'].map((folder) =>
    launchService({ ...common, folder, environment: 'production' })
  ),
  launchService({ ...common, folder: 'search', environment: 'staging' }),
]);
for (const service of services) {
  service.process.once('exit', (code) => {
    if (!stop.signal.aborted) {
      console.error(`${service.name} (${service.environment}) ended with ${code}`);
      process.exitCode = 1;
      stop.abort();
    }
  });
}
const callsPerSecond = Number(DEMO_RATE);
console.log(`services ${services.length} running, about ${callsPerSecond} AI calls a second`);

const counts = await driveTraffic({
  services,
  callsPerSecond,
  random: seededRandom(`demo ${process.pid}`),
  signal: stop.signal,
});
await Promise.all(services.map(endService));
console.log(`services ended: ${counts.answered} visits answered, ${counts.failed} failed`);

import { once } from 'node:events';
import { seededRandom } from '../seededRandom.ts';
import { driveTraffic } from './driveTraffic.ts';
import { launchService } from './launchService.ts';

/*
 * The demo company's services, one process each, and the people who use them. DEMO_RATE: provider calls a second (2).
 * OPENAI_BASE_URL and ANTHROPIC_BASE_URL: the simulated providers. AI_FINOPS_ENDPOINT: where records go.
 */
const { OPENAI_BASE_URL, ANTHROPIC_BASE_URL, AI_FINOPS_ENDPOINT, DEMO_RATE } = process.env;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort());
}

const common = {
  openaiUrl: OPENAI_BASE_URL ?? 'http://127.0.0.1:4010/openai/v1',
  anthropicUrl: ANTHROPIC_BASE_URL ?? 'http://127.0.0.1:4010/anthropic',
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
const callsPerSecond = Number(DEMO_RATE ?? 2);
console.log(`services ${services.length} running, about ${callsPerSecond} AI calls a second`);

const counts = await driveTraffic({
  services,
  callsPerSecond,
  random: seededRandom(`demo ${process.pid}`),
  signal: stop.signal,
});
await Promise.all(
  services.map(async ({ process: child }) => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  })
);
console.log(`services ended: ${counts.answered} visits answered, ${counts.failed} failed`);

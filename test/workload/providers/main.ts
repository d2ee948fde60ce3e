import { startProviders } from './startProviders.ts';

/*
 * The simulated providers as a program. PROVIDERS_HOST (127.0.0.1), PROVIDERS_PORT (4010), PROVIDERS_REFUSE_EVERY (40: every
 * 40th unsteered call meets a 429 first, 0 none), PROVIDERS_FIRST_BYTE_MS (15), PROVIDERS_PACE_MS (2).
 */
const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);

const providers = await startProviders({
  port: number('PROVIDERS_PORT', 4010),
  host: process.env['PROVIDERS_HOST'] ?? '127.0.0.1',
  refuseEvery: number('PROVIDERS_REFUSE_EVERY', 40),
  firstByteMs: number('PROVIDERS_FIRST_BYTE_MS', 15),
  paceMs: number('PROVIDERS_PACE_MS', 2),
});
console.log(`providers ${providers.url} (OpenAI ${providers.openaiUrl}, Anthropic ${providers.anthropicUrl})`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void providers.close().then(() => process.exit(0)));
}

import type { Case } from '../case.ts';

export const anthropicNativeTelemetryOff: Case = {
  group: 'Anthropic',
  name: "the SDK's own telemetry off: no span of its own",
  nativeSpans: 0,
  run: ({ Anthropic, anthropicUrl, sim }) =>
    new Anthropic({ baseURL: anthropicUrl, apiKey: 'sk-simulated-anthropic', openTelemetry: false }).messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300 })
    ),
};

import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicNativeTelemetry: Case = {
  group: 'Anthropic',
  name: "the SDK's own telemetry on: its span is marked superseded",
  exchanges: 2,
  nativeSpans: 2,
  async run({ Anthropic, anthropicUrl, sim }) {
    // A client keeps the tracer of its first call: this one makes it after a tracer provider is there.
    const anthropic = new Anthropic({ baseURL: anthropicUrl, apiKey: 'sk-simulated-anthropic' });
    const params = {
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      messages: [{ role: 'user' as const, content: 'Where is my order?' }],
    };
    const steering = sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300 });
    await anthropic.messages.create(params, steering);
    return readAll(await anthropic.messages.create({ ...params, stream: true }, steering));
  },
};

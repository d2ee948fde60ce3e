import { setTimeout as sleep } from 'node:timers/promises';

/* openStreams.ts tapped|plain COUNT: holds COUNT streams open, all past event 20, and prints KiB of heap and buffers each. */
const [mode, asked = '1000'] = process.argv.slice(2);
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
const count = Number(asked);
let flush: () => Promise<unknown> = () => Promise.resolve();
if (mode === 'tapped') {
  const { instrument } = await import('@ai-finops/instrumentation');
  ({ flush } = instrument({
    endpoint: `${sinkUrl}/open`,
    providers: `${providersUrl.replace('http://', '')}/openai=openai`,
  }));
}
const collected = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heapUsed, arrayBuffers };
};

/** Of 20 streams each. */
const WARM_UPS = 5;
const PACE_MS = 300;

let past = 0;
const open = async (paceMs: number) => {
  const response = await fetch(`${providersUrl}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sk-simulated-openai',
      'content-type': 'application/json',
      'x-sim': JSON.stringify({ input: 1490, output: 256, deltas: 100, paceMs, firstByteMs: 0 }),
    },
    body: JSON.stringify({ model: 'gpt-5.1', messages: [{ role: 'user', content: 'Hold the line' }], stream: true }),
  });
  let chunks = 0;
  for await (const _chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    chunks += 1;
    past += chunks === 20 ? 1 : 0;
  }
};
// Loads and warms everything that streams need, code and prices too, so that it is not counted below.
await fetch(`${providersUrl}/truth`, { method: 'DELETE' });
for (let round = 0; round < WARM_UPS; round += 1) {
  await Promise.all(Array.from({ length: 20 }, () => open(0)));
  await flush();
}
past = 0;
const before = collected();
for (let index = 0; index < count; index += 1) {
  open(PACE_MS).catch(() => undefined);
}
for (const began = performance.now(); past < count && performance.now() - began < 60_000;) {
  await sleep(50);
}
const held = collected();
const each = (key: 'heapUsed' | 'arrayBuffers') => (held[key] - before[key]) / 1024 / count;
console.log(JSON.stringify({ heapKiB: each('heapUsed'), bufferKiB: each('arrayBuffers'), past }));
process.exit(0);

/** Steering that makes an exchange tell its own number: every case knows its calls by their tokens. */
const steer = (input, more = {}) => ({
  'x-sim': JSON.stringify({ input, output: input + 7, cached: 3, firstByteMs: 1, paceMs: 0, deltas: 4, ...more }),
});

/**
 * Makes what a service makes: an answer, a stream, and one refusal with its retry, of each provider, with the SDKs given.
 * Returns what the application saw, without the ids that differ from run to run. `options` go to the clients (`fetch`, …).
 */
exports.makeCalls = async function makeCalls({ OpenAI, Anthropic }, options = {}, first = 100) {
  const seen = [];
  const messages = [{ role: 'user', content: 'Where is my order?' }];
  if (OpenAI) {
    const openai = new OpenAI({ baseURL: process.env.OPENAI_URL, apiKey: 'sk-simulated-openai', ...options });
    const ask = { model: 'gpt-5-mini', messages };
    const answer = await openai.chat.completions.create(ask, {
      headers: steer(first, { failures: [429], retryAfterMs: 5 }),
    });
    seen.push(answer.choices, answer.usage);
    const streamed = { ...ask, stream: true, stream_options: { include_usage: true } };
    const stream = await openai.chat.completions.create(streamed, { headers: steer(first + 1, { reasoning: 5 }) });
    for await (const { choices, usage } of stream) {
      seen.push(choices, usage);
    }
  }
  if (Anthropic) {
    const anthropic = new Anthropic({ baseURL: process.env.ANTHROPIC_URL, apiKey: 'sk-simulated', ...options });
    const ask = { model: 'claude-sonnet-4-6', max_tokens: 8192, messages };
    const answer = await anthropic.messages.create(ask, {
      headers: steer(first + 2, { failures: [529], retryAfterMs: 5 }),
    });
    seen.push(answer.content, answer.usage);
    const stream = await anthropic.messages.create({ ...ask, stream: true }, { headers: steer(first + 3) });
    for await (const event of stream) {
      seen.push(event.type, event.delta, event.usage);
    }
  }
  return seen;
};

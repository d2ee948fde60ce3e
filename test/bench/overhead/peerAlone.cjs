/** Another instrumentation, started as its readme says; BENCH_PEER names it, BENCH_PEER_FOLDER has it. */
const { createRequire } = require('node:module');

const fromPeer = createRequire(`${process.env.BENCH_PEER_FOLDER}/package.json`);
const START = {
  official() {
    require('./sdkAlone.cjs');
    const { OpenAIInstrumentation } = fromPeer('@opentelemetry/instrumentation-openai');
    new OpenAIInstrumentation().enable();
  },
  openinference() {
    require('./sdkAlone.cjs');
    const { OpenAIInstrumentation } = fromPeer('@arizeai/openinference-instrumentation-openai');
    const { AnthropicInstrumentation } = fromPeer('@arizeai/openinference-instrumentation-anthropic');
    new OpenAIInstrumentation().enable();
    new AnthropicInstrumentation().enable();
  },
  openlit() {
    const openlit = fromPeer('openlit');
    (openlit.default ?? openlit).init({ applicationName: 'bench', pricingJson: { chat: {} } });
  },
};
START[process.env.BENCH_PEER]();

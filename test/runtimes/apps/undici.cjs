/*
 * npm's undici (UNDICI: its major version) in each of the ways an application uses it. A way that this Node and this
 * undici do not offer together fails here with and without us alike, and says how.
 */
const { default: Anthropic } = require('@anthropic-ai/sdk');
const { default: OpenAI } = require('openai');
const { makeCalls } = require('./makeCalls.cjs');

const MAJORS = { 6: () => require('undici6'), 7: () => require('undici7'), 8: () => require('undici8') };
const undici = MAJORS[process.env.UNDICI]();
const sdks = { OpenAI, Anthropic };
const options = JSON.parse(process.env.AGENT ?? '{}');
const agent = () => (process.env.PROXY ? new undici.ProxyAgent(process.env.PROXY) : new undici.Agent(options));

const WAYS = {
  'undici.fetch': () => makeCalls(sdks, { fetch: undici.fetch }, 200),
  'undici.fetch, dispatcher of the request': () =>
    makeCalls(sdks, { fetch: undici.fetch, fetchOptions: { dispatcher: agent() } }, 300),
  'fetch, dispatcher of the request': () => makeCalls(sdks, { fetchOptions: { dispatcher: agent() } }, 400),
  'fetch, global dispatcher': () => {
    undici.setGlobalDispatcher(agent());
    return makeCalls(sdks, {}, 500);
  },
};

/** Without what differs from run to run. */
const plain = (error) => `${error.message}: ${error.cause?.message ?? ''}`.replaceAll(/:\d+/g, '');

(async () => {
  for (const [name, run] of Object.entries(WAYS)) {
    if (process.env.WAYS && !process.env.WAYS.split(';').includes(name)) {
      continue;
    }
    console.log(name, JSON.stringify(await run().catch(plain)));
  }
})();

// Tests of an application: MSW and nock answer node:http, undici's MockAgent answers fetch; nothing is sent.
import axios from 'axios';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import OpenAI from 'openai';
import { fetch as fetchOfUndici, MockAgent } from 'undici7';

const url = 'https://api.openai.com/v1/chat/completions';
const completion = {
  id: 'chatcmpl-mocked',
  object: 'chat.completion',
  model: 'gpt-5-mini-2025-08-07',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'mocked' } }],
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
};
const question = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Where is my order?' }] };
const answers = async (options = {}) => {
  const openai = new OpenAI({ apiKey: 'sk-simulated', maxRetries: 0, ...options });
  return (await openai.chat.completions.create(question)).choices;
};
const byAxios = async () => (await axios.post(url, question)).data.choices;

const worker = setupServer(http.post(url, () => HttpResponse.json(completion)));
worker.listen({ onUnhandledRequest: 'error' });
console.log('MSW', JSON.stringify(await byAxios()));
worker.close();

// nock replaces fetch as soon as it is loaded, which MSW does not allow.
const { default: nock } = await import('nock');
nock('https://api.openai.com').post('/v1/chat/completions').reply(200, completion);
console.log('nock', JSON.stringify([await byAxios(), nock.isDone()]));
nock.restore();

const agent = new MockAgent();
agent.disableNetConnect();
const pool = agent.get('https://api.openai.com');
const json = { headers: { 'content-type': 'application/json' } };
pool.intercept({ path: '/v1/chat/completions', method: 'POST' }).reply(200, completion, json);
const mocked = await answers({ fetch: fetchOfUndici, fetchOptions: { dispatcher: agent } });
console.log('MockAgent', JSON.stringify(mocked));

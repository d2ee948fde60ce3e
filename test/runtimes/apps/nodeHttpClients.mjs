// Clients that do not use fetch: axios, node-fetch in an SDK of its time, node:http by hand; and axios with fetch.
import axios from 'axios';
import { request } from 'node:http';
import OldAnthropic from 'old-anthropic-sdk';
import { makeCalls } from './makeCalls.cjs';

const url = `${process.env.OPENAI_URL}/chat/completions`;
const question = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Where is my order?' }] };
const headers = (input) => ({
  authorization: 'Bearer sk-simulated',
  'content-type': 'application/json',
  'x-sim': JSON.stringify({ input, output: 20, deltas: 4, firstByteMs: 1 }),
});

const { data } = await axios.post(url, question, { headers: headers(600) });
console.log(JSON.stringify([data.choices, data.usage]));

const byFetch = await axios.post(url, question, { headers: headers(601), adapter: 'fetch' });
console.log(JSON.stringify([byFetch.data.choices, byFetch.data.usage]));

const stream = { ...question, stream: true, stream_options: { include_usage: true } };
const streamed = await axios.post(url, stream, { headers: headers(602), responseType: 'stream' });
let text = '';
for await (const chunk of streamed.data) {
  text += chunk;
}
console.log(text.split('\n').filter(Boolean).length);

const answer = await new Promise((resolve, reject) => {
  const asked = request(url, { method: 'POST', headers: headers(603) }, (response) => {
    response.setEncoding('utf8');
    let body = '';
    response.on('data', (chunk) => (body += chunk));
    response.on('end', () => resolve(JSON.parse(body)));
  });
  asked.on('error', reject);
  asked.end(JSON.stringify(question));
});
console.log(JSON.stringify([answer.choices, answer.usage]));

console.log(JSON.stringify(await makeCalls({ Anthropic: OldAnthropic }, {}, 700)));

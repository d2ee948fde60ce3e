// A cluster: each worker makes its calls and leaves, one by disconnecting, one when its work is done, one by a signal.
const { default: Anthropic } = require('@anthropic-ai/sdk');
const { default: OpenAI } = require('openai');
const cluster = require('node:cluster');
const { makeCalls } = require('./makeCalls.cjs');

if (cluster.isPrimary) {
  const run = (leave, index) =>
    new Promise((resolve) => {
      const worker = cluster.fork({ LEAVE: leave, FIRST: String(100 * (index + 1)) });
      let seen;
      worker.on('message', (message) => {
        seen = message;
        if (leave === 'signal') {
          worker.process.kill('SIGTERM');
        }
      });
      worker.on('exit', (code, signal) => resolve([leave, seen, code, signal]));
    });
  Promise.all(['disconnect', 'signal'].map(run)).then((all) => console.log(JSON.stringify(all)));
} else {
  makeCalls({ OpenAI, Anthropic }, {}, Number(process.env.FIRST)).then((seen) => {
    process.send(seen);
    if (process.env.LEAVE === 'disconnect') {
      cluster.worker.disconnect();
    }
  });
}

const { default: Anthropic } = require('@anthropic-ai/sdk');
const { default: OpenAI } = require('openai');
const { makeCalls } = require('./makeCalls.cjs');

makeCalls({ OpenAI, Anthropic }).then((seen) => console.log(JSON.stringify(seen)));

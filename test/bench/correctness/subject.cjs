const Anthropic = require('@anthropic-ai/sdk');
const OpenAI = require('openai');
const { runSubject } = require('./runSubject.ts');

const library = process.env.BENCH_TAPPED === 'yes' ? require('@ai-finops/instrumentation') : undefined;
void runSubject({ OpenAI, Anthropic, library, load: async (name) => require(name) });

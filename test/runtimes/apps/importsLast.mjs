// The worst order there is: the clients are made and first used before anyone has heard of us.
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { makeCalls } from './makeCalls.cjs';

await fetch(process.env.OPENAI_URL).then((response) => response.text());
if (process.env.WITH === 'yes') {
  await import('@ai-finops/instrumentation/register');
}
console.log(JSON.stringify(await makeCalls({ OpenAI, Anthropic })));

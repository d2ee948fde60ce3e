import { createRequire } from 'node:module';
import { BudgetExceededError, withAttribution, withBudget } from '@ai-finops/instrumentation';
import OpenAI from 'openai';

// The one that `--require` brought is another copy than the one imported here.
const other = createRequire(import.meta.url)('@ai-finops/instrumentation');
const isOther = other.withBudget !== withBudget;

const baseURL = process.env.OPENAI_URL;
const ask = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Where is my order?' }] };
const client = new OpenAI({ baseURL, apiKey: 'sk-simulated-openai' });
const refused = (call) =>
  withBudget({ usd: 0 }, call).then(
    () => 'sent',
    (error) => (error instanceof BudgetExceededError ? error.reason : String(error))
  );

await withAttribution({ feature: 'both' }, () => client.chat.completions.create(ask));
const bySdk = await refused(() => client.chat.completions.create(ask));
const headers = { 'content-type': 'application/json' };
const post = [`${baseURL}/chat/completions`, { method: 'POST', headers, body: JSON.stringify(ask) }];
const byFetch = await refused(() => fetch(...post));
// A budget of one copy inside one of the other.
const nested = await other
  .withBudget({ usd: 0 }, () => withBudget({ usd: 1 }, () => fetch(...post)))
  .catch((error) => error instanceof BudgetExceededError && error.reason);
console.log(JSON.stringify({ isOther, bySdk, byFetch, nested }));

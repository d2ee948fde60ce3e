import { ChatAnthropic } from '@langchain/anthropic';
import { ChatOpenAI } from '@langchain/openai';
import { inService } from './inService.mjs';

const models = [
  new ChatOpenAI({ model: 'gpt-5-mini', apiKey: 'sk-simulated', configuration: { baseURL: process.env.OPENAI_URL } }),
  new ChatAnthropic({
    model: 'claude-sonnet-4-6',
    apiKey: 'sk-simulated',
    anthropicApiUrl: process.env.ANTHROPIC_URL,
    maxTokens: 200,
  }),
];
await inService(async () => {
  for (const model of models) {
    console.log((await model.invoke('Where is my order?')).text);
    let text = '';
    for await (const chunk of await model.stream('Where is my order?')) {
      text += chunk.text;
    }
    console.log(text);
  }
});

import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { OpenTelemetry } from '@ai-sdk/otel';
import { generateText, registerTelemetry, streamText } from 'ai';
import { inService } from './inService.mjs';

registerTelemetry(new OpenTelemetry());
const openai = createOpenAI({ baseURL: process.env.OPENAI_URL, apiKey: 'sk-simulated' });
const anthropic = createAnthropic({ baseURL: `${process.env.ANTHROPIC_URL}/v1`, apiKey: 'sk-simulated' });

await inService(async () => {
  for (const model of [openai.chat('gpt-5-mini'), anthropic('claude-sonnet-4-6')]) {
    const question = { model, prompt: 'Where is my order?', maxOutputTokens: 200, telemetry: { isEnabled: true } };
    console.log((await generateText(question)).text);
    let text = '';
    for await (const part of streamText(question).textStream) {
      text += part;
    }
    console.log(text);
  }
});

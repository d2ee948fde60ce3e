import type * as Sdk from 'openai';
import type { Case } from '../case.ts';

const answer = {
  choices: [
    {
      content_filter_results: { hate: { filtered: false, severity: 'safe' } },
      finish_reason: 'stop',
      index: 0,
      logprobs: null,
      message: { annotations: [], content: 'On its way.', refusal: null, role: 'assistant' },
    },
  ],
  created: 1_795_000_000,
  id: 'chatcmpl-BenchAzure00000000000000001',
  model: 'gpt-5.1-2025-11-13',
  object: 'chat.completion',
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }],
  system_fingerprint: null,
  usage: {
    completion_tokens: 256,
    completion_tokens_details: { reasoning_tokens: 128, audio_tokens: 0 },
    prompt_tokens: 1490,
    prompt_tokens_details: { audio_tokens: 0, cached_tokens: 1024 },
    total_tokens: 1746,
  },
};

export const azure: Case = {
  group: 'Other providers',
  name: 'Azure OpenAI: a deployment of any name, the model from the response',
  answer: {
    path: '/azure.ai.openai/openai/deployments/our-support-bot/chat/completions',
    contentType: 'application/json',
    writes: [JSON.stringify(answer)],
    truth: {
      id: answer.id,
      provider: 'azure.ai.openai',
      requestModel: 'our-support-bot',
      model: answer.model,
      usage: { inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, reasoningTokens: 128 },
      serviceTier: '',
    },
  },
  async run({ load, recordedUrl }) {
    const { AzureOpenAI } = await load<typeof Sdk>('openai');
    const client = new AzureOpenAI({
      endpoint: `${recordedUrl}/azure.ai.openai`,
      apiKey: 'simulated',
      apiVersion: '2024-10-21',
    });
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    return client.chat.completions.create({ model: 'our-support-bot', messages });
  },
};

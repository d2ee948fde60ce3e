import type { Case } from '../case.ts';

export const chatFlexTier: Case = {
  group: 'OpenAI',
  name: 'chat: asked for auto, served flex',
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'No hurry' }], service_tier: 'auto' },
      sim({ input: 1490, cached: 1024, output: 256, serviceTier: 'flex' })
    ),
};

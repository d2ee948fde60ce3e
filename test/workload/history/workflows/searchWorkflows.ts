import { STORY } from '../story.ts';
import type { Workflow } from '../workflow.ts';

/** Search answers questions from long passages; since the caching release most of the prompt is a stable prefix. */
export function searchWorkflows(day: number): Workflow[] {
  const cacheRead = day < STORY.caching ? 0.08 : 0.46;
  const step = { provider: 'openai', requestType: 'interactive', cacheRead, reasoning: 0.3 };
  const common = {
    service: 'search-api',
    feature: 'search',
    team: 'search',
    requestPath: '/answers',
    hasTenant: true,
    week: 'office',
    hours: 'office',
  } as const;
  return [
    {
      ...common,
      name: 'answers',
      perDay: 1150,
      steps: [
        {
          ...step,
          model: 'gpt-5.4',
          input: { median: 160_000, spread: 0.3, most: 390_000 },
          output: { median: 2400, spread: 0.5, most: 16_000 },
        },
      ],
    },
    {
      ...common,
      name: 'short answers',
      perDay: 350,
      steps: [
        {
          ...step,
          model: 'gpt-5-mini',
          input: { median: 80_000, spread: 0.35, most: 390_000 },
          output: { median: 1200, spread: 0.5, most: 16_000 },
        },
      ],
    },
    {
      ...common,
      name: 'rerank',
      perDay: 14,
      steps: [
        {
          provider: 'vllm',
          model: 'acme-rerank-7b',
          requestType: 'interactive',
          input: { median: 6000, spread: 0.2, most: 30_000 },
          output: { median: 40, spread: 0.2, most: 200 },
        },
      ],
    },
  ];
}

import { STORY } from '../story.ts';
import type { Workflow } from '../workflow.ts';

/** Summaries (whose prompts creep up, a quarter in ninety days) and the Monday digest. */
export function documentsWorkflows(day: number): Workflow[] {
  const drift = 1.0025 ** Math.max(day, -90);
  const documents = { service: 'documents-api', team: 'documents', hasTenant: true } as const;
  return [
    {
      ...documents,
      name: 'summaries',
      feature: 'summaries',
      requestPath: '/summaries',
      perDay: 260,
      week: 'office',
      hours: 'office',
      steps: [
        {
          provider: 'openai',
          model: 'gpt-5.4',
          requestType: 'interactive',
          stream: true,
          input: { median: 150_000 * drift, spread: 0.35, most: 390_000 },
          output: { median: 3400, spread: 0.4, most: 16_000 },
          reasoning: 0.2,
        },
      ],
    },
    {
      ...documents,
      name: 'archive summaries',
      feature: 'summaries',
      requestPath: '/archive',
      perDay: 160,
      week: 'always',
      hours: 'night',
      steps: [
        {
          provider: 'openai',
          model: 'gpt-5.4',
          requestType: 'background',
          input: { median: 180_000 * drift, spread: 0.35, most: 390_000 },
          output: { median: 4200, spread: 0.4, most: 16_000 },
          reasoning: 0.2,
        },
      ],
    },
    {
      ...documents,
      name: 'digest',
      feature: 'digest',
      requestPath: '/digests',
      perDay: 70,
      week: 'mondays',
      hours: 'night',
      steps: [
        {
          provider: 'openai',
          model: 'gpt-5.4',
          requestType: 'background',
          input: { median: 160_000, spread: 0.3, most: 390_000 },
          output: { median: 5500, spread: 0.3, most: 16_000 },
          reasoning: 0.15,
          serviceTier: day < STORY.digestBatch ? 'default' : 'batch',
        },
      ],
    },
  ];
}

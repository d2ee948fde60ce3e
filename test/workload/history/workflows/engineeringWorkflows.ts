import { STORY } from '../story.ts';
import type { Workflow } from '../workflow.ts';

/** Code review, launched in the course of the story: an agent reads the change, then comments in one to three steps. */
export function engineeringWorkflows(day: number): Workflow[] {
  if (day < STORY.launch) {
    return [];
  }
  const ramp = 1 - Math.exp(-(day - STORY.launch + 1) / 6);
  return [
    {
      name: 'reviews',
      service: 'engineering-api',
      feature: 'code-review',
      team: 'engineering',
      requestPath: '/reviews',
      hasTenant: false,
      isTask: true,
      perDay: 240 * ramp,
      week: 'office',
      hours: 'office',
      steps: [
        {
          provider: 'anthropic',
          model: 'claude-haiku-4-5',
          requestType: 'agent',
          input: { median: 64_000, spread: 0.4, most: 190_000 },
          output: { median: 900, spread: 0.4, most: 4000 },
        },
        {
          provider: 'anthropic',
          model: 'claude-opus-4-5',
          requestType: 'agent',
          times: 2.2,
          input: { median: 135_000, spread: 0.22, most: 190_000 },
          output: { median: 5200, spread: 0.4, most: 16_000 },
          cacheRead: 0.68,
          cacheWrite: 0.08,
          cacheLifetime: '1h',
          reasoning: 0.35,
        },
      ],
    },
  ];
}

import { STORY } from '../story.ts';
import type { Workflow } from '../workflow.ts';

/** The support assistant (a planning step, then a streamed answer) and the tagging of tickets. */
export function supportWorkflows(day: number): Workflow[] {
  const storm = day >= STORY.stormFirst && day <= STORY.stormLast;
  const routed = Math.min(1, Math.max(0, (day - STORY.routing + 1) / STORY.routingDays));
  const tagging = {
    service: 'support-api',
    feature: 'tagging',
    team: 'support',
    requestPath: '/tickets',
    hasTenant: true,
    week: 'always',
    hours: 'office',
  } as const;
  const tagStep = {
    provider: 'openai',
    requestType: 'background',
    input: { median: 48_000, spread: 0.4, most: 260_000 },
    output: { median: 350, spread: 0.4, most: 4000 },
    cacheRead: 0.1,
  } as const;
  return [
    {
      name: 'assistant',
      service: 'support-api',
      feature: 'assistant',
      team: 'support',
      requestPath: '/assistant',
      hasTenant: true,
      isTask: true,
      perDay: 740,
      week: 'office',
      hours: 'office',
      steps: [
        {
          provider: 'anthropic',
          model: 'claude-haiku-4-5',
          requestType: 'agent',
          input: { median: 48_000, spread: 0.4, most: 190_000 },
          output: { median: 700, spread: 0.4, most: 4000 },
          cacheRead: 0.5,
          cacheWrite: 0.04,
        },
        {
          provider: 'anthropic',
          model: 'claude-sonnet-4-6',
          requestType: 'interactive',
          stream: true,
          input: { median: 300_000, spread: 0.3, most: 800_000 },
          output: { median: 3200, spread: 0.5, most: 16_000 },
          cacheRead: 0.62,
          cacheWrite: 0.05,
          reasoning: 0.25,
          timeouts: storm ? 0.55 : 0.01,
        },
      ],
    },
    {
      ...tagging,
      name: 'tagging, large model',
      perDay: 500 * (1 - routed),
      steps: [{ ...tagStep, model: 'gpt-5.4' }],
    },
    {
      ...tagging,
      name: 'tagging, small model',
      perDay: 500 * routed,
      steps: [{ ...tagStep, model: 'gpt-5-mini' }],
    },
  ];
}

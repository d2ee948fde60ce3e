import type { Workflow } from '../workflow.ts';

/** Calls nobody has put a feature on: a spelling helper, and a notebook that re-reads documents at night. */
export function unattributedWorkflows(): Workflow[] {
  return [
    {
      name: 'spelling',
      service: 'search-api',
      hasTenant: false,
      perDay: 80,
      week: 'office',
      hours: 'office',
      steps: [
        {
          provider: 'openai',
          model: 'gpt-5-nano',
          requestType: 'unallocated',
          input: { median: 4000, spread: 0.3, most: 20_000 },
          output: { median: 150, spread: 0.3, most: 1000 },
        },
      ],
    },
    {
      name: 'notebook',
      service: 'documents-api',
      hasTenant: false,
      perDay: 72,
      week: 'always',
      hours: 'night',
      steps: [
        {
          provider: 'openai',
          model: 'gpt-5.4',
          requestType: 'unallocated',
          input: { median: 165_000, spread: 0.25, most: 260_000 },
          output: { median: 2000, spread: 0.4, most: 16_000 },
        },
      ],
    },
  ];
}

import { STORY } from './story.ts';
import type { StoryRecord } from './storyRecord.ts';
import { utcDay, type UtcDay } from './utcDay.ts';

/** What the reviews of the story decided: one carried out and measured since, one open, one overdue. */
export function storyDecisions(anchor: UtcDay): StoryRecord[] {
  const day = (offset: number) => utcDay(anchor.startMs + offset * 86_400_000).name;
  return [
    {
      id: 'demo-decision-routing',
      isDone: true,
      record: {
        what: 'Tag tickets with gpt-5-mini',
        why: 'Nine in ten tags are the same on the smaller model.',
        owner: 'Priya Nair',
        due: day(STORY.routing + STORY.routingDays),
        expectedUsdPerMonth: '500',
        links: [
          { to: 'feature', id: 'tagging' },
          { to: 'event', id: 'demo-tagging-routing' },
        ],
      },
    },
    {
      id: 'demo-decision-summaries',
      record: {
        what: 'Bring summaries below $0.40 a document',
        why: 'A document costs more than it is worth.',
        owner: 'Elif Demir',
        due: day(-4),
        links: [{ to: 'feature', id: 'summaries' }],
      },
    },
    {
      id: 'demo-decision-retries',
      record: {
        what: 'Cap the retries of assistant at three attempts',
        why: 'One bad hour cost as much as a day.',
        owner: 'Priya Nair',
        due: day(9),
        links: [{ to: 'feature', id: 'assistant' }],
      },
    },
  ];
}

import { STORY } from './story.ts';
import type { StoryRecord } from './storyRecord.ts';
import { utcDay, type UtcDay } from './utcDay.ts';

/** The optimizations of the story as somebody at the company would have recorded them: what the log has to judge. */
export function storyEvents(anchor: UtcDay): StoryRecord[] {
  const day = (offset: number) => utcDay(anchor.startMs + offset * 86_400_000).name;
  return [
    {
      id: 'demo-contract',
      record: {
        lever: 'contract',
        date: day(STORY.contract),
        owner: 'Mara Lindt',
        provider: 'openai',
        environment: 'production',
        expectedUsdPerMonth: '1400',
        note: `Commitment with OpenAI: ${STORY.contractDiscountPercent} % off the list price.`,
      },
    },
    {
      id: 'demo-digest-batch',
      record: {
        lever: 'batch_shifting',
        date: day(STORY.digestBatch),
        owner: 'Noah Klein',
        feature: 'digest',
        environment: 'production',
        expectedUsdPerMonth: '250',
        qualityBar: '0.80',
        note: 'The weekly digest may take its time: batches cost half.',
      },
    },
    {
      id: 'demo-tagging-routing',
      record: {
        lever: 'tier_routing',
        date: day(STORY.routing),
        fullDate: day(STORY.routing + STORY.routingDays),
        owner: 'Priya Nair',
        feature: 'tagging',
        environment: 'production',
        model: 'gpt-5.4',
        expectedUsdPerMonth: '500',
        qualityBar: '0.85',
        note: 'Tickets are tagged by gpt-5-mini, rolled out over five days.',
      },
    },
    {
      // Nothing in the story comes of it.
      id: 'demo-summaries-retrieval',
      record: {
        lever: 'retrieval_tuning',
        date: day(-25),
        owner: 'Elif Demir',
        feature: 'summaries',
        environment: 'production',
        expectedUsdPerMonth: '450',
        qualityBar: '0.80',
        note: 'Fewer, longer passages for each document.',
      },
    },
    {
      id: 'demo-search-caching',
      record: {
        lever: 'prompt_caching',
        date: day(STORY.caching),
        owner: 'Jonas Weber',
        feature: 'search',
        // What moved everybody's cost that month is not the cache's doing. Summaries had an optimization of their own.
        controlFeatures: 'digest, summaries',
        environment: 'production',
        expectedUsdPerMonth: '4000',
        qualityBar: '0.88',
        note: 'The system prompt comes first, so that its prefix is read from the cache.',
      },
    },
  ];
}

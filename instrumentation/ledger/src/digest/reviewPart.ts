import { z } from 'zod';

const ANSWER = z.object({
  week: z.string(),
  agenda: z.array(z.object({ title: z.string(), minutes: z.number(), sentences: z.array(z.string()) })),
  review: z
    .object({ state: z.string(), record: z.object({ heldOn: z.string(), minutes: z.string().optional() }) })
    .nullable(),
});

/** The week's review as a digest tells it: the agenda before it is closed, the minutes after. */
export interface ReviewPart {
  readonly title: string;
  /** Ready to print, one to a line. */
  readonly lines: readonly string[];
}

/** @param answer of `GET /api/v1/review`; throws ZodError for another one */
export function reviewPart(answer: unknown): ReviewPart {
  const { week, agenda, review } = ANSWER.parse(answer);
  return review?.state === 'closed'
    ? { title: `Minutes of week ${week}, held on ${review.record.heldOn}`, lines: linesOf(review.record.minutes ?? '') }
    : {
        title: `Agenda of the review of week ${week}`,
        lines: agenda.map(({ title, minutes, sentences }) => `${title} (${minutes} min): ${sentences.join(' ')}`),
      };
}

function linesOf(minutes: string): string[] {
  const lines = minutes.split('\n').map((line) => line.trim());
  // The heading says what the title says.
  return lines.filter((line, index) => line !== '' && !(index === 0 && line.startsWith('# ')));
}

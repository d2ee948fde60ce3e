import React from 'react';
import { formatDay } from '../../components/numbers/formatDay.ts';
import type { FeatureEconomics } from '../../data/economics.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** What a reader has to know about single rows: gaps, a unit that changed, days that delivered nothing. */
export function FeatureNotes({ features }: { readonly features: readonly FeatureEconomics[] }) {
  const notes = features.flatMap(({ feature, unit, unitSince, unitBefore, gapDays, daysWithoutOutcomes }) => [
    ...(gapDays > 0 ? [`${feature}: outcomes of ${days(gapDays)} are not known yet; these days are in no ratio.`] : []),
    ...(unitSince === null
      ? []
      : [
          `${feature} counts ${unit ?? ''} since ${formatDay(Date.parse(unitSince))}, ` +
            `${unitBefore ?? 'something else'} before: only days from then on are compared.`,
        ]),
    ...(daysWithoutOutcomes > 0
      ? [`${feature}: ${days(daysWithoutOutcomes)} with calls and no outcome; what they cost is in its ratios.`]
      : []),
  ]);
  return notes.length === 0 ? null : (
    <ul data-testid="worth-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

import React from 'react';
import type { Choice } from '../../choice/choice.ts';
import { Help } from '../../components/Help.tsx';
import { labelNames } from '../../components/labelNames.ts';
import { Sparkline } from '../../components/Sparkline.tsx';
import type { Column } from '../../components/table/column.ts';
import { modelFactColumns } from '../../components/table/modelFactColumns.ts';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import type { Attribution } from '../../data/attribution.ts';
import type { AttributionRow } from '../../data/attributionRow.ts';
import type { PromSource } from '../../data/promSource.ts';
import { columnSets, type MeasuredColumn } from './columnSets.ts';

/** The columns of one set for a selection, with what each number means and how it was asked. */
export function attributionColumns(
  source: PromSource,
  { by, rows, total, models, answers, perDay }: Attribution,
  set: Choice['columns'],
  colorOf: (name: string) => string
): Column<AttributionRow>[] {
  const hasOwners = rows.some(({ owner }) => owner !== undefined);
  const cost = answers.cost?.question;
  return [
    {
      id: 'name',
      csvName: by,
      label: labelNames[by],
      isText: true,
      value: ({ name }) => name,
      show: ({ name }) => name,
    },
    ...(hasOwners
      ? [
          {
            id: 'owner',
            label: 'Owner',
            isText: true,
            isMinor: true,
            value: ({ owner }: AttributionRow) => owner,
            show: ({ owner }: AttributionRow) => <span title={owner}>{owner ?? '–'}</span>,
          },
        ]
      : []),
    ...(models ? modelFactColumns<AttributionRow>(models) : []),
    ...columnSets(total)[set].map((column) => ({
      id: column.id,
      csvName: column.csvName,
      label: column.label,
      value: column.value,
      show: (row: AttributionRow) => shown(column, row, answers),
      ...(cost && {
        help: column.isWorth ? (
          <WorthHelp of={column.label}>{column.definition}</WorthHelp>
        ) : (
          <Help
            of={column.label}
            definition={column.definition}
            question={answers[column.measures[0]]?.question ?? cost}
            also={Object.fromEntries(
              column.measures.slice(1).flatMap((measure) => {
                const question = answers[measure]?.question;
                return question ? [[MEASURE_NAMES[measure] ?? measure, question]] : [];
              })
            )}
            source={source}
          />
        ),
      }),
    })),
    ...(set === 'money'
      ? [
          {
            id: 'trend',
            label: 'Trend',
            isMinor: true,
            value: () => undefined,
            show: ({ name }: AttributionRow) => (
              <Sparkline
                values={perDay.kind === 'value' ? (perDay.value.byName.get(name) ?? []) : []}
                color={colorOf(name)}
              />
            ),
          },
        ]
      : []),
  ];
}

const MEASURE_NAMES: Readonly<Record<string, string>> = {
  cost: 'Cost',
  before: 'Before',
  calls: 'Calls',
  tokensIn: 'Uncached input tokens',
  tokensWritten: 'Tokens written to the cache',
  tokensCached: 'Tokens read from the cache',
};

/** The number, or the words for why there is none. */
function shown(column: MeasuredColumn, row: AttributionRow, answers: Attribution['answers']): string {
  const value = column.value(row);
  if (typeof value === 'number') {
    return column.format(value, row);
  }
  const unkept =
    row.outcomeCost === undefined && column.measures.some((measure) => answers[measure]?.kind === 'unkept');
  return unkept ? 'not kept' : column.missing(row);
}

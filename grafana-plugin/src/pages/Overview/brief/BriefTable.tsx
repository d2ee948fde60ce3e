import React from 'react';
import { formatMoney } from '../../../components/numbers/formatMoney.ts';
import { formatShare } from '../../../components/numbers/formatShare.ts';
import type { Answer } from '../../../data/answer.ts';
import type { NamedCost } from '../../../data/brief.ts';

interface Props {
  readonly title: string;
  readonly rows: Answer<NamedCost> | undefined;
  readonly total: number | undefined;
}

/** The dearest names of a day, and what all others cost together. */
export function BriefTable({ title, rows, total }: Props) {
  if (rows?.kind !== 'value') {
    return (
      <p>
        {title}: {rows?.words ?? 'no answer'}
      </p>
    );
  }
  const others = total === undefined ? 0 : total - rows.value.reduce((sum, [, usd]) => sum + usd, 0);
  const shown = others > 0.005 ? [...rows.value, ['all others', others] as const] : rows.value;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">USD</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(([name, usd]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatMoney(usd)}</td>
            <td>{total ? formatShare(usd / total) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

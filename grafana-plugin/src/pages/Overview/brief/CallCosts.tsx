import React from 'react';
import { formatChange } from '../../../components/numbers/formatChange.ts';
import { formatUnitCost } from '../../../components/numbers/formatUnitCost.ts';
import type { Answer } from '../../../data/answer.ts';
import type { DailyCosts } from '../../../data/dailyCosts.ts';
import { callCosts } from './callCosts.ts';

interface Props {
  readonly cost: Answer<DailyCosts>;
  readonly calls: Answer<DailyCosts>;
}

/** The cost of a call by feature, in thirds of the 90 days. */
export function CallCosts({ cost, calls }: Props) {
  if (cost.kind !== 'value' || calls.kind !== 'value') {
    const failed = [cost, calls].find(({ kind }) => kind !== 'value');
    return <p>{failed && failed.kind !== 'value' ? failed.words : 'no answer'}</p>;
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Feature</th>
          <th scope="col">90 to 61 days ago</th>
          <th scope="col">60 to 31 days ago</th>
          <th scope="col">Last 30 days</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {callCosts(cost.value, calls.value).map(({ name, thirds }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {thirds.map((usd, third) => (
              <td key={third}>{usd === undefined ? '–' : formatUnitCost(usd)}</td>
            ))}
            <td>{formatChange(thirds[2], thirds[0]) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

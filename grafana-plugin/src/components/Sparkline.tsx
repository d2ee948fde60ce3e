import React from 'react';

interface Props {
  readonly values: readonly (number | undefined)[];
  readonly color: string;
}

const WIDTH = 96;
const HEIGHT = 20;

/** The course of a row over the period, from zero, without scale: for its shape. Days without a close are gaps. */
export function Sparkline({ values, color }: Props) {
  const top = Math.max(...values.map((value) => value ?? 0));
  if (top <= 0 || values.length < 2) {
    return null;
  }
  const x = (index: number) => ((index / (values.length - 1)) * (WIDTH - 2) + 1).toFixed(1);
  const y = (value: number) => (HEIGHT - 1 - (Math.max(value, 0) / top) * (HEIGHT - 2)).toFixed(1);
  const path = values
    .map((value, index) =>
      value === undefined ? '' : `${values[index - 1] === undefined ? 'M' : 'L'}${x(index)},${y(value)}`
    )
    .join('');
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden style={{ display: 'block' }}>
      <path d={path} fill="none" stroke={color} strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

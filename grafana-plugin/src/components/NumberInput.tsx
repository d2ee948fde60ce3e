import { Input } from '@grafana/ui';
import React, { useId } from 'react';

interface Props {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A number that counts when one leaves the field or presses Enter; what is none, or out of bounds, turns back. */
export function NumberInput({ label, isLabelHidden = false, value, min, max, onChange }: Props) {
  const id = useId();
  const commit = (input: HTMLInputElement) => {
    const next = Number(input.value);
    if (input.value.trim() === '' || !(next >= min && next <= max)) {
      input.value = String(value);
    } else if (next !== value) {
      onChange(next);
    }
  };
  return (
    <div>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      <Input
        id={id}
        key={value}
        type="number"
        step="any"
        min={min}
        max={max}
        defaultValue={value}
        {...(isLabelHidden && { 'aria-label': label })}
        onBlur={({ currentTarget }) => commit(currentTarget)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && commit(currentTarget)}
      />
    </div>
  );
}

import { css } from '@emotion/css';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import React, { useId } from 'react';

interface Props<T extends string> {
  /** What is chosen here, for who does not see it. */
  readonly name: string;
  readonly options: ComboboxOption<T>[] | ((typed: string) => Promise<ComboboxOption<T>[]>);
  readonly value?: T | null;
  readonly onChange: (option: ComboboxOption<T>) => void;
  readonly width?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
}

/** A Combobox with a name of its own: Grafana 12.4's takes one only from an element, 13's also as `aria-label`. */
export function NamedCombobox<T extends string>({ name, ...props }: Props<T>) {
  const id = useId();
  return (
    <>
      <span id={id} className={unseen}>
        {name}
      </span>
      <Combobox {...props} aria-labelledby={id} />
    </>
  );
}

const unseen = css({
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

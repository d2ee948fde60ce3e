import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { hatch } from './hatch.ts';

interface Props {
  readonly color: string;
  readonly hatched?: boolean;
}

/** The small square that ties a row to its bars. */
export function Swatch({ color, hatched = false }: Props) {
  const className = useStyles2(() =>
    css({
      display: 'inline-block',
      flex: 'none',
      width: 12,
      height: 12,
      borderRadius: 2,
      border: `1px solid ${color}`,
      background: hatched ? hatch(color, 4.5) : color,
    })
  );
  return <span className={className} aria-hidden />;
}

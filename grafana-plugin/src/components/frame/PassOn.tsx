import { css } from '@emotion/css';
import { Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import React from 'react';

/** How to pass on what one sees: its link, or on paper. */
export function PassOn() {
  const styles = useStyles2(getStyle);
  return (
    <>
      <ClipboardButton
        icon="share-alt"
        variant="secondary"
        aria-label="Share: copy the link to what you see"
        tooltip="Copy the link to what you see"
        className={styles}
        getText={() => window.location.href}
      >
        Share
      </ClipboardButton>
      <Button
        icon="file-alt"
        variant="secondary"
        aria-label="Print"
        tooltip="Print"
        className={styles}
        onClick={() => window.print()}
      >
        Print
      </Button>
    </>
  );
}

// In a small window the choices beside them take all of a line; the symbols and their tooltips say enough.
const getStyle = () => css({ '@media (max-width: 1100px)': { '> span:last-child': { display: 'none' } } });

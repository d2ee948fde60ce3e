import { Button, ClipboardButton } from '@grafana/ui';
import React from 'react';

/** How to pass on what one sees: its link, or on paper. */
export function PassOn() {
  return (
    <>
      <ClipboardButton
        icon="share-alt"
        variant="secondary"
        aria-label="Share: copy the link to what you see"
        tooltip="Copy the link to what you see"
        getText={() => window.location.href}
      >
        Share
      </ClipboardButton>
      <Button icon="file-alt" variant="secondary" onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}

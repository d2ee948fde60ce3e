import { Alert, Button, LinkButton, Stack } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { plainText } from '../../data/plainText.ts';
import { annotationDraft } from './annotationDraft.ts';
import { newEventHref } from './newEventHref.ts';
import type { Mirror } from './useMirror.ts';

const MOST = 10;

/** Annotations that somebody made by hand with our tags, to be made records; and why the mirror may be out of date. */
export function HandMade({ mirror: { handMade, failed, retry } }: { readonly mirror: Mirror }) {
  return (
    <>
      {failed !== undefined && (
        <Alert
          severity="warning"
          title="Markers on dashboards may be out of date"
          action={
            <Button variant="secondary" onClick={retry}>
              Retry
            </Button>
          }
        >
          Grafana’s annotations could not be made to say what the records do: {failed}
        </Alert>
      )}
      {handMade.length > 0 && (
        <Alert
          severity="info"
          title={`${handMade.length} optimization${handMade.length === 1 ? ' is' : 's are'} marked on dashboards by hand and not recorded`}
        >
          <p>Made a record, it is measured; its annotation then follows the record.</p>
          <ul data-testid="hand-made" style={{ paddingLeft: 16 }}>
            {handMade.slice(0, MOST).map((annotation) => (
              <li key={annotation.id}>
                <Stack alignItems="center" wrap="wrap">
                  <span style={{ overflowWrap: 'anywhere' }}>
                    {formatDay(annotation.time)}: {plainText(annotation.text).slice(0, 200) || 'no text'}
                  </span>
                  <LinkButton
                    size="sm"
                    variant="secondary"
                    href={newEventHref(annotationDraft(annotation), annotation.id)}
                  >
                    Make it a record
                  </LinkButton>
                </Stack>
              </li>
            ))}
          </ul>
          {handMade.length > MOST && <p>and {handMade.length - MOST} more</p>}
        </Alert>
      )}
    </>
  );
}

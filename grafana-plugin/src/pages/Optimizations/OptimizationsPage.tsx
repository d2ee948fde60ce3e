import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import { EventPart } from './EventPart.tsx';
import { OptimizationsBody } from './OptimizationsBody.tsx';
import { useMirror } from './useMirror.ts';
import { useShown } from './useShown.ts';

/** What did we do, did it work, what next? */
export function OptimizationsPage({ prometheusUid }: { readonly prometheusUid: string | undefined }) {
  const [shown, show] = useShown();
  const mirror = useMirror();
  return (
    <BooksPage prometheusUid={prometheusUid} question="What did we do, did it work, what next?">
      {(view) =>
        shown.event === '' ? (
          <OptimizationsBody view={view} shown={shown} onShow={show} mirror={mirror} />
        ) : (
          <EventPart
            id={shown.event}
            source={view.source}
            isEditing={shown.form === 'edit'}
            onShow={show}
            onChanged={mirror.retry}
          />
        )
      }
    </BooksPage>
  );
}

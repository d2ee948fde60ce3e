import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { useLocation } from 'react-router';
import { readChoice } from '../../choice/readChoice.ts';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import { NamedBody } from './NamedBody.tsx';

interface Props {
  readonly label: 'feature' | 'tenant';
  readonly prometheusUid: string | undefined;
  readonly question: string;
}

/** The page of one name, which is in the URL: `?var-feature=search`. */
export function NamedPage({ label, prometheusUid, question }: Props) {
  const { search } = useLocation();
  const values = readChoice(search).filters.find((filter) => filter.label === label)?.values ?? [];
  const [name] = values;
  const isOne = values.length === 1 && name !== undefined;
  return (
    <BooksPage
      prometheusUid={prometheusUid}
      question={question}
      title={isOne ? name || '(none)' : `Which ${label}?`}
      canCalibrate
    >
      {(view) =>
        isOne ? (
          <NamedBody view={view} sole={{ label, value: name }} />
        ) : (
          <EmptyState
            variant="not-found"
            message={`This page is about one ${label}`}
            button={
              <LinkButton href={pageHref('attribution', { ...view.choice, by: label })}>
                Choose a {label} in Attribution
              </LinkButton>
            }
          />
        )
      }
    </BooksPage>
  );
}

import { PluginPage } from '@grafana/runtime';
import React, { type ReactNode } from 'react';
import { chooseCalibration } from '../../choice/chooseCalibration.ts';
import { chooseEnvironment } from '../../choice/chooseEnvironment.ts';
import type { Books } from '../../data/books.ts';
import { choosePromSource } from '../../data/choosePromSource.ts';
import { loadBooks } from '../../data/loadBooks.ts';
import { promSources } from '../../data/promSources.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { NoDataSource } from '../states/NoDataSource.tsx';
import { basisFault } from './basisFault.ts';
import { BasisNote } from './BasisNote.tsx';
import { BooksBody } from './BooksBody.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FrameControls } from './FrameControls.tsx';
import { PrintStyle } from './PrintStyle.tsx';
import { useChoice } from './useChoice.ts';
import type { View } from './view.ts';

const BOOKS_EVERY_MS = 60_000;

interface Props {
  readonly prometheusUid: string | undefined;
  /** The one question the page answers. */
  readonly question: string;
  /** The title of a page that has no entry in the navigation. */
  readonly title?: string;
  /** Before the first day is closed. */
  readonly firstDay?: (view: View<Books>) => ReactNode;
  /** About all environments and no period: neither can be chosen. */
  readonly isWhole?: boolean;
  /** Its costs can be calibrated to the bills. */
  readonly canCalibrate?: boolean;
  readonly children: (view: View) => ReactNode;
}

/** What all pages share: question, controls and filters above; below them the page, or why there is none. */
export function BooksPage(props: Props) {
  const { prometheusUid, question, title, firstDay, isWhole = false, canCalibrate = false, children } = props;
  const [choice, onChoice] = useChoice();
  const source = choosePromSource(promSources(), prometheusUid === undefined ? {} : { prometheusUid });
  const books = useLoaded(
    source?.uid ?? '',
    (signal) => (source ? loadBooks(source, Date.now(), signal) : Promise.resolve(undefined)),
    BOOKS_EVERY_MS
  );
  const environments = books.value?.environments ?? [];
  // Split by environment, one of them alone would be no split.
  const chosen = choice.environment ?? (choice.by === 'environment' ? '' : undefined);
  const environment = chooseEnvironment(chosen, environments);
  const fault = books.value && basisFault(canCalibrate, books.value.calibration);
  const bills = books.value?.calibration.kind === 'value' ? books.value.calibration.value : [];
  const calibration = canCalibrate ? chooseCalibration(choice, bills) : undefined;
  const scope = { environment, filters: choice.filters, ...(calibration && { calibration }) };
  const basis = choice.basis === 'bill' ? (calibration ?? 'estimate') : undefined;
  return (
    <PluginPage
      {...(title !== undefined && { pageNav: { text: title } })}
      subTitle={question}
      actions={
        environments.length > 0 && (
          <FrameControls
            isWhole={isWhole}
            canCalibrate={canCalibrate}
            environments={environments}
            environment={environment}
            period={choice.period}
            basis={choice.basis}
            basisFault={fault}
            lastDay={books.value?.lastClosedDay}
            onChoice={onChoice}
          />
        )
      }
    >
      <PrintStyle />
      {source ? (
        <>
          {environments.length > 0 && !isWhole && (
            <FilterChips source={source} environment={environment} filters={choice.filters} onChoice={onChoice} />
          )}
          {canCalibrate && choice.basis === 'bill' && books.value && (
            <BasisNote source={source} scope={scope} lastDay={books.value.lastClosedDay} fault={fault} />
          )}
          <BooksBody books={books} view={{ source, scope, basis, choice, onChoice }} firstDay={firstDay}>
            {children}
          </BooksBody>
        </>
      ) : (
        <NoDataSource missingUid={prometheusUid} />
      )}
    </PluginPage>
  );
}

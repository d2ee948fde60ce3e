import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import { useOpenDay } from '../../components/frame/useOpenDay.ts';
import type { View } from '../../components/frame/view.ts';
import type { Books } from '../../data/books.ts';
import type { AppSettings } from '../../settings/appSettings.ts';
import { OpenDayCard } from './OpenDayCard.tsx';
import { Overview } from './Overview.tsx';

/** What did AI cost yesterday, and is that all right? */
export function OverviewPage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage
      prometheusUid={settings.prometheusUid}
      question="What did AI cost yesterday, and is that all right?"
      canCalibrate
      firstDay={(view) => <FirstDay {...view} />}
    >
      {(view) => <Overview {...view} />}
    </BooksPage>
  );
}

/** Before the first day is closed there is only today. */
function FirstDay({ source, scope, choice }: View<Books>) {
  const openDay = useOpenDay(source, scope, choice.by);
  return <OpenDayCard source={source} openDay={openDay.value} main />;
}

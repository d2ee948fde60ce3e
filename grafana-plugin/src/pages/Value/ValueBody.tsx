import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { resolvePeriod } from '../../choice/resolvePeriod.ts';
import { Fading } from '../../components/Fading.tsx';
import { useUrlText } from '../../components/frame/useUrlText.ts';
import type { View } from '../../components/frame/view.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoClosedDay } from '../../components/states/NoClosedDay.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { isMeant } from '../../components/worth/isMeant.ts';
import { loadEconomics } from '../../data/loadEconomics.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { FeaturesPart } from './FeaturesPart.tsx';
import { filterWords } from './filterWords.ts';
import { TenantsPart } from './TenantsPart.tsx';

/** Features, or tenants: what they cost beside what they are worth. */
export function ValueBody(view: View) {
  const [who, setWho] = useUrlText('who');
  const { scope, choice, books, onChoice } = view;
  const period = resolvePeriod(choice.period, books);
  const loaded = useLoaded(JSON.stringify([period, scope.environment, scope.calibration]), async (signal) =>
    period ? loadEconomics(period, scope, signal) : undefined
  );
  if (!period) {
    return <NoClosedDay onWiden={() => onChoice({ period: '30d' })} />;
  }
  if (loaded.failed !== undefined) {
    return <LedgerFailure words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value) {
    return <PageSkeleton />;
  }
  if (loaded.value.kind === 'absent') {
    return <NoLedger isSet={false} />;
  }
  if (loaded.value.kind === 'failed') {
    return <LedgerFailure words={loaded.value.words} onRetry={loaded.retry} />;
  }
  const { features, userCosts, tenants, otherTenants } = loaded.value.value;
  const meant = features.filter(({ feature, team }) => isMeant(scope, { feature, team: team ?? 'unallocated' }));
  const isTenants = who === 'tenants';
  const passedOver = filterWords(scope, isTenants ? ['tenant'] : ['feature', 'team']);
  return (
    <Fading isBusy={loaded.loading}>
      <div>
        <RadioButtonGroup
          aria-label="Of whom"
          options={[
            { value: 'features', label: 'Features' },
            { value: 'tenants', label: 'Tenants' },
          ]}
          value={isTenants ? 'tenants' : 'features'}
          onChange={setWho}
        />
      </div>
      {passedOver !== undefined && <p>{passedOver}</p>}
      {isTenants ? (
        <TenantsPart
          view={view}
          period={period}
          tenants={tenants.filter(({ tenant }) => isMeant(scope, { tenant }))}
          others={otherTenants}
        />
      ) : (
        <FeaturesPart
          view={view}
          period={period}
          features={meant}
          users={meant.length === features.length ? userCosts : undefined}
        />
      )}
    </Fading>
  );
}

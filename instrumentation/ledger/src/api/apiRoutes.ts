import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { AskBills } from '../bills/answers/askBills.ts';
import type { CloseFamily } from '../closes/closeFamily.ts';
import type { Closer } from '../closes/createCloser.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import type { Owners } from '../ownership/owners.ts';
import type { Ask } from '../questions/ask.ts';
import type { FoundPolicy } from '../questions/policy.ts';
import type { QuotaState } from '../quotas/quotaState.ts';
import { RECORD_KINDS } from '../records/recordKinds.ts';
import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { OpenAnomalyRow } from '../store/anomalyRow.ts';
import type { Store } from '../store/store.ts';
import type { Route } from './route.ts';
import { anomalyRoutes } from './routes/anomalyRoutes.ts';
import { billRoutes } from './routes/billRoutes.ts';
import { callRoute } from './routes/callRoute.ts';
import { callRoutes } from './routes/callRoutes.ts';
import { callSumRoutes } from './routes/callSumRoutes.ts';
import { closeRoutes } from './routes/closeRoutes.ts';
import { commitmentRoute } from './routes/commitmentRoute.ts';
import { costRoute } from './routes/costRoute.ts';
import { dayRoutes } from './routes/dayRoutes.ts';
import { economicsRoute } from './routes/economicsRoute.ts';
import { exportRoutes } from './routes/exportRoutes.ts';
import { openApiRoute } from './routes/openApiRoute.ts';
import { forecastRoutes } from './routes/forecastRoutes.ts';
import { leverRoutes } from './routes/leverRoutes.ts';
import { opportunityRoute } from './routes/opportunityRoute.ts';
import { policyRoute } from './routes/policyRoute.ts';
import { priceRoute } from './routes/priceRoute.ts';
import { probeRoutes } from './routes/probeRoutes.ts';
import { readingRoute } from './routes/readingRoute.ts';
import { quotaRoutes } from './routes/quotaRoutes.ts';
import { reconciledDaysRoute } from './routes/reconciledDaysRoute.ts';
import { reconciliationRoutes } from './routes/reconciliationRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';
import { reviewRoutes } from './routes/reviewRoutes.ts';
import { segmentRoute } from './routes/segmentRoute.ts';
import { tenantRoutes } from './routes/tenantRoutes.ts';

export interface RouteParts {
  readonly store: Pick<Store, 'books' | 'record' | 'read'>;
  readonly anomalies: Pick<AnomalyBooks, 'anomalies'>;
  /** What stands out on days that are not closed; nothing where it is left out. */
  readonly openAnomalies?: () => readonly OpenAnomalyRow[];
  readonly ask: Ask;
  readonly askBills: AskBills;
  readonly closer: Closer;
  /** Families of the closes that do not come from the books. */
  readonly otherFamilies?: readonly CloseFamily[];
  /** What the owners file in force says. */
  readonly owners?: () => Owners;
  /** The prices the ledger has, to show how a price came about. */
  readonly prices: PriceBook;
  /** What is not as the owners file says of models; nothing where it is left out. */
  readonly policy?: () => FoundPolicy | undefined;
  /** How quotas stand; there are none where it is left out. */
  readonly quotas?: () => Promise<readonly QuotaState[]>;
  readonly now: () => number;
  /** Why nothing can be booked now, for `/readyz`. */
  readonly readiness?: () => Promise<string | undefined>;
}

/** All that the API serves. */
export function apiRoutes(parts: RouteParts): readonly Route[] {
  const { store, anomalies, ask, askBills, closer, otherFamilies, prices, policy, quotas, now, readiness } = parts;
  const owners = parts.owners ?? (() => NO_OWNERS);
  const routes = [
    ...probeRoutes(readiness),
    ...dayRoutes(store.books, ask, now),
    costRoute(ask, now),
    ...tenantRoutes(ask, now),
    segmentRoute(ask, now),
    ...anomalyRoutes(anomalies, parts.openAnomalies ?? (() => []), now),
    ...closeRoutes(store.books, closer),
    ...callRoutes(ask, now),
    callRoute(ask, prices, now),
    ...callSumRoutes(ask, now),
    ...forecastRoutes(ask),
    ...leverRoutes(ask, owners),
    ...billRoutes(askBills),
    ...reconciliationRoutes(askBills, owners),
    reconciledDaysRoute(askBills),
    opportunityRoute(ask, askBills, owners),
    commitmentRoute({ askBills, owners, now }),
    policyRoute({ current: policy ?? (() => undefined), owners, now }),
    economicsRoute(ask, owners, now),
    readingRoute(store, now),
    ...reviewRoutes({ ask, askBills, owners, now }),
    priceRoute(ask, prices, now),
    ...quotaRoutes(quotas ?? (async () => [])),
    ...exportRoutes(store.books, otherFamilies),
    ...RECORD_KINDS.flatMap((kind) => recordRoutes(kind, { store, ask, now })),
  ];
  return [...routes, openApiRoute(routes)];
}

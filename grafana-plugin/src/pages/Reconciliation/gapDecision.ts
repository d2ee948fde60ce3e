import { signedUsd } from '../../components/bill/signedUsd.ts';
import type { Decision } from '../../components/DecisionForm.tsx';
import { monthWords } from '../../components/numbers/monthWords.ts';
import { APP_ID } from '../../data/appId.ts';
import { causeNames } from './causeNames.ts';
import type { Gap } from './gaps.ts';

/** As long as the ledger takes them. */
const MOST = { what: 500, why: 2_000 };

/** What is to be done about a gap, with the month it stands in. */
export function gapDecision(month: string, { provider, cause, what, evidence, action, nanoUsd, owner }: Gap): Decision {
  const usd = signedUsd(String(nanoUsd));
  return {
    what: cut(`${provider}, ${causeNames[cause]}: ${action}`, MOST.what),
    why: cut(`${usd} between estimate and bill of ${monthWords(month)} · ${what}. ${evidence}.`, MOST.why),
    expectedEffect: `Estimate and bill of ${provider} agree on it.`,
    links: [{ to: 'url', id: `/a/${APP_ID}/reconciliation?month=${month}` }],
    ...(owner !== null && { owner }),
  };
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

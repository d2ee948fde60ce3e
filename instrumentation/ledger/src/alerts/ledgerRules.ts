import { BASE_LABELS, METRIC } from '@ai-finops/instrumentation/contract';
import { LABEL_CAPS } from '../books/labelCaps.ts';
import type { AlertRule } from './alertRule.ts';

const base = { toldTo: 'ledger', by: [] } as const;
/** From where on a cap is near, as a share of it. */
const NEAR = 0.9;

const usedOfCap = BASE_LABELS.map(
  (label) =>
    `label_replace(count(count by (${label}) (${METRIC.cost})) / ${LABEL_CAPS[label]}, "label", "${label}", "", "")`
);
usedOfCap.push(`label_replace(count(${METRIC.cost}) / ${LABEL_CAPS.baseSets}, "label", "all together", "", "")`);

/** The ledger itself: whether it runs, writes, closes its days, and is sent what it can book. */
export const ledgerRules: readonly AlertRule[] = [
  {
    ...base,
    name: 'LedgerDown',
    id: 'down',
    title: 'The ledger does not answer',
    expr: 'up{job="ai-finops-ledger"} == 0 or absent(up{job="ai-finops-ledger"})',
    for: '2m',
    severity: 'critical',
    summary: 'The ledger does not answer',
    description:
      'Senders keep their records and try again for as long as they have room. Start it on its data directory.',
  },
  {
    ...base,
    name: 'LedgerCannotWrite',
    id: 'cannot-write',
    title: 'The ledger cannot write its books',
    expr: 'sum(rate(ai_finops_ledger_intake_requests_total{code="503"}[5m])) > 0',
    for: '1m',
    severity: 'critical',
    summary: 'The ledger cannot write its books',
    description:
      'Requests are answered 503 and sent again later. Its log and /readyz say why; mostly the disk is full.',
  },
  {
    // It does not go away by itself: the next start refuses such books, and is then down.
    ...base,
    name: 'LedgerBooksCorrupt',
    id: 'corrupt',
    title: 'The ledger’s books are corrupt',
    expr: 'max(ai_finops_ledger_books_corrupt) > 0',
    severity: 'critical',
    summary: 'The ledger’s books are corrupt; nothing more is written to them',
    description:
      'Senders are answered 503 and keep their records for as long as they have room. Restore a backup into a new directory and start there; its log and /readyz say what is broken.',
  },
  {
    ...base,
    name: 'LedgerOverloaded',
    id: 'overloaded',
    title: 'The ledger holds senders back',
    expr: 'sum(rate(ai_finops_ledger_intake_requests_total{code="429"}[5m])) > 0',
    for: '10m',
    severity: 'warning',
    summary: 'The ledger has been holding senders back for ten minutes',
    description: 'More arrives than it writes. Send larger batches, or put its books on a faster disk.',
  },
  {
    ...base,
    name: 'LedgerTurnsSendersAway',
    id: 'turns-away',
    title: 'The ledger turns senders away',
    expr: 'sum by (code) (increase(ai_finops_ledger_intake_requests_total{code=~"400|401|413|415"}[15m])) > 0',
    by: ['code'],
    severity: 'warning',
    summary: 'Requests to the ledger are answered {{ $labels.code }}',
    description:
      '400 is a broken body, 401 a missing or wrong token, 413 too large, 415 another format. Senders do not repeat these; what they held is lost.',
  },
  {
    ...base,
    name: 'LedgerRefusesSpans',
    id: 'refuses-spans',
    title: 'The ledger does not book some calls',
    expr: 'sum by (reason) (increase(ai_finops_ledger_spans_refused_total[1h])) > 0',
    by: ['reason'],
    severity: 'warning',
    summary: 'Spans are not booked: {{ $labels.reason }}',
    description:
      'A clock that is wrong (ahead_of_clock, outside_retention), history older than --retention-days, or a broken sender (invalid_ids).',
  },
  {
    ...base,
    name: 'LedgerCommitsSlowly',
    id: 'slow-commits',
    title: 'The ledger commits slowly',
    expr: 'histogram_quantile(0.99, sum by (le) (rate(ai_finops_ledger_commit_duration_seconds_bucket[10m]))) > 0.5',
    for: '10m',
    severity: 'warning',
    summary: 'One commit in a hundred takes longer than half a second',
    description: 'Acknowledgements wait for the disk.',
  },
  {
    // A day closes at most 24 h after its end: the end of the newest close is never older than 48 h.
    ...base,
    name: 'LedgerDayNotClosed',
    id: 'not-closed',
    title: 'Closes do not arrive',
    expr: `absent_over_time(${METRIC.dailyCloseComplete}[49h]) and on () count(${METRIC.requests} offset 49h) > 0`,
    severity: 'critical',
    summary: 'A day is over for more than 24 h and not closed',
    description:
      'Ask `ai-finops ledger close --status`. If it is closed there, /metrics/closes was not scraped in time; `ai-finops ledger export` brings the day back.',
  },
  {
    ...base,
    name: 'LedgerOwnersFileHasAFault',
    id: 'owners-file',
    title: 'The owners file has a fault',
    expr: 'ai_finops_ledger_owners_file_ok == 0',
    for: '5m',
    severity: 'warning',
    summary: 'The owners file has a fault; the last good one holds',
    description: 'The log of the ledger says line and key; `ai-finops owners check` does, too.',
  },
  {
    ...base,
    name: 'AILabelsNearCap',
    id: 'near-cap',
    title: 'A label has nearly as many values as it may',
    expr: `(\n  ${usedOfCap.join('\n  or ')}\n) > ${NEAR}`,
    by: ['label'],
    severity: 'warning',
    summary: 'Label "{{ $labels.label }}" has {{ $value | humanizePercentage }} of the values it may have',
    description:
      'What comes after the last is booked as "other". Mostly a name with an id in it: give calls names that do not grow in number.',
  },
  {
    ...base,
    name: 'LedgerExportFails',
    id: 'export-fails',
    title: 'Calls cannot be written for the warehouse',
    expr: 'sum(increase(ai_finops_ledger_exports_total{result="failed"}[1h])) > 0',
    severity: 'warning',
    summary: 'Calls could not be written for the warehouse',
    description:
      "The ledger's log says why; mostly --export-dir is full or not writable. It is tried again after the next close, and nothing is lost meanwhile.",
  },
  {
    ...base,
    name: 'LedgerExportStale',
    id: 'export-stale',
    title: 'Nothing is written for the warehouse',
    expr: 'time() - (ai_finops_ledger_export_success_timestamp_seconds > 0) > 2 * 86400',
    severity: 'warning',
    summary: 'Nothing was written for the warehouse for two days',
    description:
      "It is written after each close. Ask `ai-finops ledger close --status`, and look for what the ledger's log says of calls that could not be exported.",
  },
  {
    ...base,
    name: 'LedgerBillFetchFails',
    id: 'bill-fetch',
    title: 'A bill cannot be fetched',
    expr: `(time() - max by (provider) (ai_finops_ledger_bill_fetch_success_timestamp_seconds) > 2 * 86400)
and on (provider) sum by (provider) (increase(ai_finops_ledger_bill_fetches_total{result="failed"}[3h])) > 0`,
    by: ['provider'],
    severity: 'warning',
    summary: 'The bill of {{ $labels.provider }} could not be fetched for two days, or ever',
    description:
      "The ledger's log says why; mostly the admin key was replaced, or lacks a right. It is tried again each hour, and what was fetched before stays.",
  },
  {
    ...base,
    name: 'LedgerLabelsCapped',
    id: 'labels-capped',
    title: 'A part of the cost is shown as other',
    expr: 'max by (label) (ai_finops_ledger_capped_label_sets) > 0',
    by: ['label'],
    for: '15m',
    severity: 'warning',
    summary: 'Metrics show a part of the cost as other: too many values of {{ $labels.label }}',
    description:
      'Sums stay whole, and the books know every value. Mostly an id stands where a name belongs, in the service that sends it.',
  },
  {
    ...base,
    name: 'LedgerTenantsCapped',
    id: 'tenants-capped',
    title: 'Some tenants are shown as other',
    expr: 'max(ai_finops_ledger_capped_tenants) > 0',
    for: '15m',
    severity: 'info',
    summary: '{{ $value }} tenants of the newest close stand in other',
    description:
      'The dearest tenants of a day stand under their names. All of them are in the API and in the export for a warehouse.',
  },
];

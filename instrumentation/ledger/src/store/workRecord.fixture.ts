import type { WorkLabels, WorkRecord } from '../intake/workRecord.ts';

/** An outcome of one unit; `id` makes it one of its own. */
export function workRecord(
  id: number,
  { labels, ...rest }: Partial<Omit<WorkRecord, 'labels'>> & { labels?: Partial<WorkLabels> } = {}
): WorkRecord {
  const key = Buffer.alloc(24, 9);
  key.writeUInt32BE(id, 16);
  return {
    key,
    atUs: Date.UTC(2026, 10, 22, 12) * 1_000 + id,
    labels: {
      kind: 'outcome',
      feature: 'triage',
      team: 'Support',
      request_type: 'unallocated',
      model: '',
      environment: 'prod',
      name: 'ticket_resolved',
      ...labels,
    },
    tenant: 'acme',
    task: '',
    amount: 1,
    ...rest,
  };
}

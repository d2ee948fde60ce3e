import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';

/**
 * The last day of which it is not known at which provider all of its tenants' cost arose: it is of a time when the books did
 * not keep that. Undefined where it is known of all days.
 */
export function tenantProvidersUnknownThrough(database: DatabaseSync): EventDay | undefined {
  const day = database.prepare(`SELECT value FROM meta WHERE name = 'tenant_providers_unknown_through'`).get()?.[
    'value'
  ];
  return typeof day === 'number' ? day : undefined;
}

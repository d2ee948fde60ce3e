import { DatabaseSync } from 'node:sqlite';

/** Turns books into those of the schema before the one that keeps the provider of sums by tenant. */
export function withoutTenantProviders(path: string): void {
  const database = new DatabaseSync(path);
  database.exec(`
    ALTER TABLE tenant_book RENAME TO newer;
    CREATE TABLE tenant_book (
      day INTEGER NOT NULL, for_day INTEGER NOT NULL,
      tenant INTEGER NOT NULL, feature INTEGER NOT NULL, environment INTEGER NOT NULL,
      requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
      PRIMARY KEY (day, for_day, tenant, feature, environment)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO tenant_book
      SELECT day, for_day, tenant, feature, environment, sum(requests), sum(cost), sum(list) FROM newer GROUP BY 1, 2, 3, 4, 5;
    DROP TABLE newer;
    DELETE FROM meta WHERE name = 'tenant_providers_unknown_through';
    UPDATE foreign_span SET entry = json_remove(entry, '$.provider');
    PRAGMA user_version = 14`);
  database.close();
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { DimensionRow } from './bookRow.ts';
import { DimensionIds } from './dimensionIds.ts';

/** Names come from the wire: past this many the cache starts over; the tables know them all. */
const MAX_CACHED = 100_000;
/** What should be few texts and may be one for every call, such as paths: past this many the rest stand in their rows. */
const MAX_FEW = 1_000;
const COLUMNS = [
  'feature',
  'team',
  'request_type',
  'provider',
  'model',
  'account',
  'service_tier',
  'environment',
] as const;

/** Small integers for label texts: rows and sums carry ids, the texts are stored once. */
export class Dictionary {
  private readonly names = new Map<string, number>();
  private readonly dimensions = new DimensionIds();
  private readonly few = new Map<string, bigint>();
  private looked: DimensionRow[] = [];
  private readonly nameOf: StatementSync;
  private readonly dimensionOf: StatementSync;

  constructor(database: DatabaseSync) {
    // Writing the value back to itself makes the id come back also where the row is already there.
    this.nameOf = database.prepare(
      'INSERT INTO name (value) VALUES (?) ON CONFLICT DO UPDATE SET value = value RETURNING id'
    );
    this.dimensionOf = database.prepare(
      `INSERT INTO dimension (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
       ON CONFLICT DO UPDATE SET feature = feature RETURNING id`
    );
  }

  name(value: string): number {
    return this.names.get(value) ?? remember(this.names, value, Number(this.nameOf.get(value)?.['id']));
  }

  /**
   * The id of one of few texts; the text itself where too many others came since the start: ids are kept for ever. A bigint,
   * because a column of any type would take a number for a real.
   */
  nameOfFew(value: string): bigint | string {
    const known = this.few.get(value);
    if (known !== undefined || this.few.size >= MAX_FEW) {
      return known ?? value;
    }
    const id = BigInt(this.name(value));
    this.few.set(value, id);
    return id;
  }

  dimension(dimensions: Dimensions): number {
    const known = this.dimensions.get(dimensions);
    if (known !== undefined) {
      return known;
    }
    const values = COLUMNS.map((column) => dimensions[column]);
    const id = Number(this.dimensionOf.get(...values)?.['id']);
    if (this.dimensions.size >= MAX_CACHED) {
      this.dimensions.clear();
    }
    this.dimensions.set(dimensions, id);
    this.looked.push({ id, dimensions });
    return id;
  }

  /** The labels looked up since the last call, for those who only know ids. */
  takeLookedUp(): DimensionRow[] {
    const looked = this.looked;
    this.looked = [];
    return looked;
  }

  /** After a rollback the cached ids may not exist. */
  forget(): void {
    this.names.clear();
    this.few.clear();
    this.dimensions.clear();
    this.looked = [];
  }
}

function remember(cache: Map<string, number>, key: string, id: number): number {
  if (cache.size >= MAX_CACHED) {
    cache.clear();
  }
  cache.set(key, id);
  return id;
}

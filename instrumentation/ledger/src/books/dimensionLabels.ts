import { BASE_LABELS, UNALLOCATED, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { DimensionRow } from '../store/bookRow.ts';
import { LABEL_CAPS, OTHER } from './labelCaps.ts';
import { WorkSeriesLabels } from './workSeriesLabels.ts';

/** The label of a provider, model, account or tier that nobody named. */
const UNSPECIFIED = UNSPECIFIED_ENVIRONMENT;
const ALWAYS: ReadonlySet<string> = new Set([UNALLOCATED, UNSPECIFIED, OTHER]);
const NAMES = [...BASE_LABELS, 'account', 'service_tier'] as const;

/**
 * The metric labels of the books' dimensions, bounded: past a cap new values become `other`. Values are admitted in the
 * order of their ids, that is of first arrival, so the same books give the same labels in every process and after every
 * restart, and a value once shown stays.
 */
export class DimensionLabels {
  /** Those of outcomes and judgements. */
  readonly work = new WorkSeriesLabels();
  private readonly byId = new Map<number, Dimensions>();
  private readonly values = new Map(NAMES.map((name) => [name, new Set<string>()]));
  private readonly baseSets = new Set<string>();
  private readonly foldedSets = new Map([...NAMES, 'base_set' as const].map((name) => [name, 0]));
  private newest = 0;

  /** Ids up to this one are known. */
  get newestId(): number {
    return this.newest;
  }

  /** Sets of labels shown as `other` because a label, or the cost metrics as a whole, had as many values as it may. */
  get folded(): ReadonlyMap<(typeof NAMES)[number] | 'base_set', number> {
    return this.foldedSets;
  }

  /** Takes rows in the order of their ids; known ones are passed over. */
  admit(rows: readonly DimensionRow[]): void {
    for (const { id, dimensions } of rows) {
      if (id > this.newest) {
        this.byId.set(id, this.capped(dimensions));
        this.newest = id;
      }
    }
  }

  of(id: number): Dimensions {
    const labels = this.byId.get(id);
    if (!labels) {
      throw new Error(`dimension ${id} was not admitted`);
    }
    return labels;
  }

  /** A single label value as it is shown, for sums that are not kept by dimension. */
  shown(name: (typeof NAMES)[number], value: string): string {
    return this.values.get(name)?.has(value) || ALWAYS.has(value) ? value : OTHER;
  }

  private capped(dimensions: Dimensions): Dimensions {
    const labels = { ...dimensions };
    for (const name of NAMES) {
      labels[name] = this.cap(name, dimensions[name] || UNSPECIFIED);
    }
    const base = BASE_LABELS.map((name) => labels[name]).join('\n');
    if (!this.baseSets.has(base)) {
      if (this.baseSets.size >= LABEL_CAPS.baseSets) {
        this.fold('base_set');
        return { ...labels, ...Object.fromEntries(BASE_LABELS.map((name) => [name, OTHER])) };
      }
      this.baseSets.add(base);
    }
    return labels;
  }

  private cap(name: (typeof NAMES)[number], value: string): string {
    const known = this.values.get(name);
    if (!known || known.has(value) || ALWAYS.has(value)) {
      return value;
    }
    if (known.size >= LABEL_CAPS[name]) {
      this.fold(name);
      return OTHER;
    }
    known.add(value);
    return value;
  }

  private fold(name: (typeof NAMES)[number] | 'base_set'): void {
    this.foldedSets.set(name, (this.foldedSets.get(name) ?? 0) + 1);
  }
}

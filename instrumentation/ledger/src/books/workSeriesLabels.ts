import { UNALLOCATED, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import type { WorkLabels } from '../intake/workRecord.ts';
import type { WorkSeriesRow } from '../store/workRow.ts';
import { LABEL_CAPS, OTHER } from './labelCaps.ts';
import { WORK_LABEL_NAMES } from './workLabelNames.ts';

/** The metric labels of one series of work. */
export type ShownWork = Pick<WorkLabels, 'kind' | 'feature' | 'request_type' | 'model' | 'name'>;

const ALWAYS: ReadonlySet<string> = new Set([UNALLOCATED, UNSPECIFIED_ENVIRONMENT, OTHER]);

/**
 * The metric labels of work, bounded: past a cap new values become `other`. Admitted in the order of first arrival of
 * work, apart from calls: the same books give the same labels in every process, and a value once shown stays.
 */
export class WorkSeriesLabels {
  private readonly byId = new Map<number, ShownWork>();
  private readonly values = new Map<string, Set<string>>();
  private readonly sets = new Set<string>();
  private newest = 0;

  /** Ids up to this one are known. */
  get newestId(): number {
    return this.newest;
  }

  /** Takes rows in the order of their ids; known ones are passed over. */
  admit(rows: readonly WorkSeriesRow[]): void {
    for (const { id, labels } of rows) {
      if (id > this.newest) {
        this.byId.set(id, this.capped(labels));
        this.newest = id;
      }
    }
  }

  of(id: number): ShownWork {
    const labels = this.byId.get(id);
    if (!labels) {
      throw new Error(`work series ${id} was not admitted`);
    }
    return labels;
  }

  private capped(labels: WorkLabels): ShownWork {
    // Not shown in metrics: the API has them. Names of tenants would use up what there is room for.
    return labels.kind in WORK_LABEL_NAMES ? this.cappedMetric(labels) : unshown(labels.kind);
  }

  private cappedMetric({ kind, feature, request_type: requestType, model, name }: WorkLabels): ShownWork {
    const shown = {
      kind,
      feature: this.cap('feature', feature, LABEL_CAPS.feature),
      request_type: this.cap('request_type', requestType, LABEL_CAPS.request_type),
      model: this.cap('model', model || UNSPECIFIED_ENVIRONMENT, LABEL_CAPS.model),
      // A bucket is no text from the wire.
      name:
        kind === 'turnaround'
          ? name
          : this.cap(kind, name, kind === 'outcome' ? LABEL_CAPS.unit : LABEL_CAPS.evaluator),
    };
    const set = Object.values(shown).join('\n');
    if (!this.sets.has(set)) {
      if (this.sets.size >= LABEL_CAPS.workSets) {
        return { ...unshown(kind), name: kind === 'turnaround' ? name : OTHER };
      }
      this.sets.add(set);
    }
    return shown;
  }

  private cap(label: string, value: string, most: number): string {
    const known = this.values.get(label) ?? new Set<string>();
    this.values.set(label, known);
    if (known.has(value) || ALWAYS.has(value)) {
      return value;
    }
    if (known.size >= most) {
      return OTHER;
    }
    known.add(value);
    return value;
  }
}

function unshown(kind: ShownWork['kind']): ShownWork {
  return { kind, feature: OTHER, request_type: OTHER, model: OTHER, name: OTHER };
}

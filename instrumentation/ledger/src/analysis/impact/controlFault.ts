import { splitNames } from './splitNames.ts';

/** What a record of an optimization says about its scope and its control group, lists with commas. */
interface ControlledRecord {
  readonly lever?: string | undefined;
  readonly feature?: string | undefined;
  readonly model?: string | undefined;
  readonly controlFeatures?: string | undefined;
  readonly controlModels?: string | undefined;
}

interface ControlFault {
  readonly field: 'controlFeatures' | 'controlModels';
  readonly why: string;
}

/**
 * Why a control group is none: it has to be calls that the optimization cannot have touched, told apart by feature or by
 * model. Undefined where it is one, or none was chosen. Routing moves calls to other models, which therefore stay in its
 * scope: its control group is told apart by feature.
 */
export function controlFault(record: ControlledRecord): ControlFault | undefined {
  const isRouting = record.lever === 'tier_routing';
  const sides = [
    { field: 'controlFeatures', of: 'feature', own: record.feature, names: splitNames(record.controlFeatures) },
    {
      field: 'controlModels',
      of: 'model',
      own: isRouting ? undefined : record.model,
      names: splitNames(record.controlModels),
    },
  ] as const;
  const chosen = sides.filter(({ names }) => names.length > 0);
  if (chosen.some(({ own, names }) => own !== undefined && own !== '' && !names.includes(own))) {
    return undefined;
  }
  const [side] = chosen;
  if (side === undefined) {
    return undefined;
  }
  const { field, of, own } = side;
  const why =
    of === 'model' && isRouting
      ? 'routing moves calls to other models: choose other features as its control group'
      : own === undefined || own === ''
        ? `an optimization of every ${of} touches its control group, too: name its ${of}, or choose no control group`
        : `${own} is what the optimization was done to: a control group is of what it did not touch`;
  return { field, why };
}

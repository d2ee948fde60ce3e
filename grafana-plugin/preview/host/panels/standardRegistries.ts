import * as data from '@grafana/data';

type Process = (value: unknown, context: data.FieldOverrideContext, settings: never) => unknown;

/** One option of a field as Grafana's editors describe it, without the editor. */
export const option = (path: string, defaultValue?: unknown, process: Process = data.identityOverrideProcessor) =>
  ({
    id: path,
    path,
    name: path,
    editor: () => null,
    override: () => null,
    process,
    defaultValue,
    shouldApply: () => true,
    settings: {},
  }) as unknown as data.FieldConfigPropertyItem & { id: string };

/** Without these, units, limits, colours and transformations given to a panel would be ignored. */
export function fillStandardRegistries(): void {
  data.standardFieldConfigEditorRegistry.setInit(() => [
    option('displayName', undefined, data.displayNameOverrideProcessor as Process),
    option('unit', undefined, data.unitOverrideProcessor as Process),
    option('min', undefined, data.numberOverrideProcessor as Process),
    option('max', undefined, data.numberOverrideProcessor as Process),
    option('decimals', undefined, data.numberOverrideProcessor as Process),
    option('noValue', undefined, data.stringOverrideProcessor as Process),
    option('color', { mode: data.FieldColorModeId.Thresholds }),
    option(
      'thresholds',
      { mode: data.ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] },
      data.thresholdsOverrideProcessor as Process
    ),
    option('mappings', [], data.valueMappingsOverrideProcessor as Process),
    option('links', [], data.dataLinksOverrideProcessor as Process),
    ...['fieldMinMax', 'actions', 'filterable', 'description'].map((path) => option(path)),
  ]);
  const transformers = new Map(Object.values(data.standardTransformers).map((one) => [one.id, one]));
  data.standardTransformersRegistry.setInit(() =>
    [...transformers.values()].map((one) => ({
      id: one.id,
      name: one.name,
      transformation: () => Promise.resolve(one as data.DataTransformerInfo),
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  );
}

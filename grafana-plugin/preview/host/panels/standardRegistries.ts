import * as data from '@grafana/data';

/** One option of a panel or field as Grafana's editors describe it, without the editor. */
export function option(path: string, defaultValue?: unknown, process: unknown = data.identityOverrideProcessor) {
  const editor = () => null;
  const base = { id: path, path, name: path, settings: {}, shouldApply: () => true };
  return { ...base, editor, override: editor, process, defaultValue } as unknown as data.FieldConfigPropertyItem;
}

const thresholds = { mode: data.ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] };

/** Without these, units, limits, colours and transformations given to a panel would be ignored. */
export function fillStandardRegistries(): void {
  const editors = ['radio', 'slider', 'select', 'number', 'text'];
  data.standardEditorsRegistry.setInit(() => editors.map((id) => ({ id, name: id, editor: () => null })));
  data.standardFieldConfigEditorRegistry.setInit(() => [
    option('displayName', undefined, data.displayNameOverrideProcessor),
    option('unit', undefined, data.unitOverrideProcessor),
    ...['min', 'max', 'decimals'].map((path) => option(path, undefined, data.numberOverrideProcessor)),
    option('color', { mode: data.FieldColorModeId.Thresholds }),
    option('thresholds', thresholds, data.thresholdsOverrideProcessor),
    option('mappings', [], data.valueMappingsOverrideProcessor),
    option('links', [], data.dataLinksOverrideProcessor),
    ...['noValue', 'fieldMinMax', 'actions', 'filterable', 'description'].map((path) => option(path)),
  ]);
  const transformers = new Map(Object.values(data.standardTransformers).map((one) => [one.id, one]));
  const load = (one: unknown) => () => Promise.resolve(one as data.DataTransformerInfo);
  const rest = { editor: () => null, imageDark: '', imageLight: '' };
  data.standardTransformersRegistry.setInit(() =>
    [...transformers.values()].map((one) => ({ id: one.id, name: one.name, transformation: load(one), ...rest }))
  );
}

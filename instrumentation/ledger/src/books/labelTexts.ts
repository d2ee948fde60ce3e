import { labelText } from './labelText.ts';

/** As `labelText`, written once for each series: values are known by their array. */
export function labelTexts(names: readonly string[]): (values: readonly string[]) => string {
  const texts = new WeakMap<readonly string[], string>();
  return (values) => {
    const text = texts.get(values) ?? labelText(names, values);
    texts.set(values, text);
    return text;
  };
}

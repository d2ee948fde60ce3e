/**
 * Labels as the text formats write them, without their braces.
 *
 * @example labelText(['feature', 'unit'], ['a "b"', 'c']) // => 'feature="a \\"b\\"",unit="c"'
 */
export function labelText(names: readonly string[], values: readonly string[]): string {
  return names.map((name, index) => `${name}="${escape(values[index] ?? '')}"`).join(',');
}

function escape(value: string): string {
  return /[\\"\n]/.test(value)
    ? value.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`))
    : value;
}

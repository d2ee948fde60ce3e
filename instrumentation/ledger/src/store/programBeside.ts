/**
 * The program of a thread or process, which stands beside the module that starts it: as source in tests, else as built.
 *
 * @param beside `import.meta.url` of that module
 */
export function programBeside(name: string, beside: string): URL {
  return new URL(`./${name}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside);
}

/** How bills of clouds speak of models: `Claude4.6Sonnet`, `Claude Sonnet 4.5`, `Gemini 2.5 Flash Lite`, `gpt 4o mini 0718`. */
const SPOKEN: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/claude ?(\d+(?:\.\d+)?) ?(sonnet|opus|haiku)/i, ([, version = '', kind = '']) => claude(kind, version)],
  [/claude (sonnet|opus|haiku) (\d+(?:\.\d+)?)/i, ([, kind = '', version = '']) => claude(kind, version)],
  [/gemini (\d+(?:\.\d+)?) (pro|flash(?: lite)?)/i, ([, version = '', kind = '']) => `gemini-${version}-${kind}`],
  [/\bgpt (\d[\w.]*)( mini| nano| pro)?/i, ([, version = '', kind = '']) => `gpt-${version}${kind}`],
];
/** From version 4 on Claude's family comes before the version. */
const claude = (kind: string, version: string) =>
  Number(version) >= 4 ? `claude-${kind}-${version.replace('.', '-')}` : `claude-${version.replace('.', '-')}-${kind}`;

/** The model that words name, as its provider writes it; undefined: it is written that way already, or not there. */
export function spokenModel(words: string): string | undefined {
  for (const [pattern, name] of SPOKEN) {
    const match = pattern.exec(words);
    if (match) {
      return name(match).toLowerCase().replaceAll(' ', '-');
    }
  }
  return undefined;
}

/** What a line is for, as far as its words tell. */
export interface ChargeWords {
  readonly model: string | undefined;
  readonly component: string | undefined;
  readonly tier: string | undefined;
}

/** The first that matches: cached input is no input, and a search of files no search of the web. The `5-m` of gpt-5-mini is no time. */
const COMPONENTS: readonly (readonly [RegExp, string])[] = [
  [
    /cach\w*[\s_.-]*(?:write|creation).*(?<!\d)1[\s_-]*h(?:(?:ou)?rs?)?(?![a-z\d])|(?<!\d)1[\s_-]*h(?:(?:ou)?rs?)?(?![a-z\d]).*cach\w*[\s_.-]*(?:write|creation)/,
    'cache_write_1h',
  ],
  [
    /cach\w*[\s_.-]*(?:write|creation).*(?<!\d)5[\s_-]*m(?:in(?:ute)?s?)?(?![a-z\d])|(?<!\d)5[\s_-]*m(?:in(?:ute)?s?)?(?![a-z\d]).*cach\w*[\s_.-]*(?:write|creation)/,
    'cache_write_5m',
  ],
  [/cach\w*[\s_.-]*(?:write|creation)/, 'cache_write'],
  [/cach\w*[\s_.-]*read|cached/, 'cache_read'],
  [/file[\s_-]*search/, 'file_search'],
  [/web[\s_-]*search/, 'web_search'],
  [/reasoning/, 'reasoning'],
  [/output|completion|\bout\b/, 'output'],
  [/input|prompt|\binp?\b/, 'input'],
];
const TIER = /\b(batch|flex|priority)\b/;
const MODEL =
  /\b((?:ft:)?(?:gpt|chatgpt|claude|gemini|text-embedding|o\d|codex|dall-e|whisper|tts|omni-moderation|mistral|llama|nova|grok|deepseek|command|sonar|computer-use)[\w.@:-]*)/;
/** What follows a model's name in AWS's usage types and OpenAI's line items. */
const AFTER_MODEL = /-(?:input|output|cache|cached|batch|flex|priority|mantle)\b.*$/;

/**
 * Reads model, component and tier from the words of a charge: `gpt-5-mini-2025-08-07, cached input` is a `cache_read` of
 * gpt-5-mini-2025-08-07. A charge for tokens that names no tier is of the standard one.
 */
export function chargeWords(text: string): ChargeWords {
  const words = text.toLowerCase();
  const component = COMPONENTS.find(([pattern]) => pattern.test(words))?.[1];
  return {
    model: MODEL.exec(words)?.[1]?.replace(AFTER_MODEL, ''),
    component,
    tier: TIER.exec(words)?.[1] ?? (component === undefined ? undefined : 'default'),
  };
}

/** Which event an annotation mirrors, and by which form of this file. */
export interface AnnotationStamp {
  readonly version: number;
  readonly event: string;
}

/** The form that is written. */
export const STAMP_VERSION = 1;

const STAMP = /<!-- ai-finops\/(\d{1,4}) (\{[^<>]*\}) -->/;

/** A comment, which Grafana shows to nobody: `<!-- ai-finops/1 {"event":"4f…"} -->`. */
export function writeStamp(event: string): string {
  const json = JSON.stringify({ event }).replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return `<!-- ai-finops/${STAMP_VERSION} ${json} -->`;
}

/** The stamp in an annotation's text; undefined where it has none that can be read. */
export function readStamp(text: string): AnnotationStamp | undefined {
  const [, version, json = ''] = STAMP.exec(text) ?? [];
  try {
    const { event } = JSON.parse(json) as { event?: unknown };
    return typeof event === 'string' ? { version: Number(version), event } : undefined;
  } catch {
    return undefined;
  }
}

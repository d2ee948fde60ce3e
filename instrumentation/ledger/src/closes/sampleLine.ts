import { labelText } from '../books/labelText.ts';
import { scoreText } from '../books/scoreText.ts';
import { usdText } from '../books/usdText.ts';
import { secondsText } from './secondsText.ts';
import type { CloseFamily } from './closeFamily.ts';

const TEXT = { usd: usdText, score: scoreText, seconds: secondsText, count: String } as const;

/** A sample as both text formats write it, timestamp and line end included. */
export function sampleLine(family: CloseFamily, values: readonly string[], sum: bigint, timestamp: number): string {
  const labels = labelText(family.labels, values);
  const value = TEXT[family.unit](sum);
  return `${family.name}${labels && `{${labels}}`} ${value} ${timestamp}\n`;
}

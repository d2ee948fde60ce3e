import { scoreText } from '../books/scoreText.ts';
import { usdText } from '../books/usdText.ts';
import { secondsText } from './secondsText.ts';
import type { CloseFamily } from './closeFamily.ts';

const TEXT = { usd: usdText, score: scoreText, seconds: secondsText, count: String } as const;

/** A sample as both text formats write it, timestamp and line end included. */
export function sampleLine(family: CloseFamily, values: readonly string[], sum: bigint, timestamp: number): string {
  const labels = family.labels.map((label, index) => `${label}="${escape(values[index] ?? '')}"`).join(',');
  const value = TEXT[family.unit](sum);
  return `${family.name}${labels && `{${labels}}`} ${value} ${timestamp}\n`;
}

function escape(value: string): string {
  return value.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}

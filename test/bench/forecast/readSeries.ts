import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DAY_MS = 86_400_000;

/**
 * Daily series from the files `*.csv` of a folder: a head line, then `date,value` in any order; `log` in a file's name means
 * that its values are logarithms. A day that is missing takes the value of a week before, so that all methods see the
 * same days.
 */
export function readSeries(folder: string): Map<string, number[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return new Map(
    files.map((file) => [file, filled(readFileSync(path.join(folder, file), 'utf8'), file.includes('log'))])
  );
}

function filled(text: string, isLog: boolean): number[] {
  const byDay = new Map<number, number>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [date = '', value = ''] = line.replaceAll('"', '').split(',');
    byDay.set(Math.floor(Date.parse(date) / DAY_MS), isLog ? Math.exp(Number(value)) : Number(value));
  }
  const first = Math.min(...byDay.keys());
  const series: number[] = [];
  for (let day = first; day <= Math.max(...byDay.keys()); day += 1) {
    const value = byDay.get(day);
    series.push(value !== undefined && value > 0 ? value : (series.at(-7) ?? series.at(-1) ?? 1));
  }
  return series;
}

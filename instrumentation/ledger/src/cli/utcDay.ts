import { InvalidArgumentError } from 'commander';
import type { EventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';

/** @throws InvalidArgumentError */
export function utcDay(text: string): EventDay {
  const day = parseDay(text);
  if (day === undefined) {
    throw new InvalidArgumentError('Give a UTC day such as 2026-11-22.');
  }
  return day;
}

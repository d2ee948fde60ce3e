import { daysLeft } from './retirement.ts';

/**
 * Whether a model should be gone: the UTC day it is switched off is over.
 *
 * @param retires YYYY-MM-DD
 * @param today days since the epoch
 * @example isRetirementPast('2026-11-22', 20779) // of 22 November 2026 => false: it goes in the course of the day
 */
export const isRetirementPast = (retires: string, today: number): boolean => daysLeft(retires, today) < 0;

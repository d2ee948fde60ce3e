import { z } from 'zod';

/** Integer nano-USD as text: sums pass what a JSON number can hold. */
export function nanoUsd(description: string) {
  return z
    .string()
    .regex(/^-?\d+$/)
    .meta({ description: `${description}; integer nano-USD` });
}

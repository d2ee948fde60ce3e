import { z } from 'zod';

/** An id of OpenTelemetry: a trace's has 32 digits, a span's 16. */
export function hexId(digits: 16 | 32, description: string) {
  return z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${digits}}$`), `${digits} hexadecimal digits, in lower case`)
    .meta({ description });
}

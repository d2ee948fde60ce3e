import type { Retirement } from '../../data/policy.ts';

/** The day and whose word it is: `2026-12-11, announced (read 2026-11-28); genai-prices@0.1.8 calls it deprecated.` */
export function retirementWords({ retires, announced, isDeprecated }: Retirement, catalogue: string): string {
  const read = announced === null ? '' : ` (read ${announced.read})`;
  const day =
    retires === null
      ? 'no day known'
      : announced === null
        ? `${retires} by the owners file, nothing announced was read`
        : retires === announced.retires
          ? `${retires}, announced${read}`
          : `${retires} by the owners file, announced for ${announced.retires}${read}`;
  const prices =
    isDeprecated === null
      ? `${catalogue} does not know it`
      : `${catalogue} ${isDeprecated ? 'calls it deprecated' : 'does not call it deprecated'}`;
  return `${day}; ${prices}.`;
}

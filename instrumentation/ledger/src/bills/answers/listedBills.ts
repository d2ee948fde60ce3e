import type { BillSources } from './billSources.ts';

/** Every revision of each month; of one provider's month also the lines of the newest. */
export function listedBills(
  { bills }: Pick<BillSources, 'bills'>,
  { month, provider }: { readonly month?: string | undefined; readonly provider?: string | undefined }
) {
  const revisions = bills.revisions({ month, provider });
  const newest = month !== undefined && provider !== undefined ? revisions.at(-1) : undefined;
  return {
    revisions: revisions.map(({ id, importedMs, ...one }) => ({
      ...one,
      importedAt: new Date(importedMs).toISOString(),
      revision: id,
    })),
    lines: (newest ? bills.lines(newest) : []).map((one) => ({
      day: one.day,
      through: one.through ?? null,
      provider: one.provider,
      account: one.account ?? null,
      model: one.model ?? null,
      tier: one.tier ?? null,
      component: one.component ?? null,
      description: one.description,
      category: one.category,
      quantity: one.quantity === undefined ? null : String(one.quantity),
      unit: one.unit ?? null,
      listNanoUsd: one.listNanoUsd === undefined ? null : String(one.listNanoUsd),
      effectiveNanoUsd: String(one.effectiveNanoUsd),
      billedNanoUsd: String(one.billedNanoUsd),
      currency: one.currency ?? null,
      billedNano: one.billedNano === undefined ? null : String(one.billedNano),
    })),
  };
}

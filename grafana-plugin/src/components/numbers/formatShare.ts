/** A share of a whole (0…1) in per cent: `2.1 %`, `< 0.1 %` for what is there but small, `100 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) {
    return '<\u202f0.1\u202f%';
  }
  return `${percent.toFixed(percent === 0 || percent >= 99.95 ? 0 : 1)}\u202f%`;
}

import type { Draw } from './draw.ts';

/** The use of 25 tenants, the largest a quarter of all, who come and go: relative to what all of them would use. */
export function tenantMix(draw: Draw): () => number {
  const tenants = Array.from({ length: 25 }, (_, rank) => ({
    weight: 1 / (rank + 1) ** 1.3,
    mood: 0,
    isHere: draw.chance(0.8),
  }));
  const all = tenants.reduce((sum, { weight }) => sum + weight, 0);
  return () => {
    let used = 0;
    for (const tenant of tenants) {
      tenant.mood = 0.8 * tenant.mood + 0.35 * draw.normal();
      tenant.isHere = draw.chance(0.01) ? !tenant.isHere : tenant.isHere;
      used += tenant.isHere ? tenant.weight * Math.exp(tenant.mood) : 0;
    }
    return used / all;
  };
}

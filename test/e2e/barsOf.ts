/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** Whether something is painted in the middle of each day's slot, and in the gap at its end. */
export interface Slot {
  readonly middle: boolean;
  readonly gap: boolean;
}

/** Looks at the chart's pixels, just above its bottom, where every bar of a stack begins. */
export const barsOf = (page: Page, slots: number): Promise<Slot[]> =>
  page.evaluate((count) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=cost-per-day-chart] canvas');
    const over = document.querySelector('[data-testid=cost-per-day-chart] .u-over');
    const context = canvas?.getContext('2d');
    if (!canvas || !over || !context) {
      throw new Error('there is no chart');
    }
    const area = over.getBoundingClientRect();
    const whole = canvas.getBoundingClientRect();
    const scale = canvas.width / whole.width;
    const y = Math.round((area.bottom - whole.top - 5) * scale);
    const painted = (slot: number, share: number) => {
      const x = Math.round((area.left - whole.left + ((slot + share) / count) * area.width) * scale);
      return (context.getImageData(x, y, 1, 1).data[3] ?? 0) > 100;
    };
    return Array.from({ length: count }, (_, slot) => ({ middle: painted(slot, 0.45), gap: painted(slot, 0.95) }));
  }, slots);

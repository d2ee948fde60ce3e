import { type Page, expect } from '@playwright/test';

/** Waits until a page shows its answers: nothing is loading, and nothing more is asked. */
export async function settled(page: Page, timeout = 20_000): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout });
  await expect(page.locator('[data-testid=skeleton], [aria-busy=true]')).toHaveCount(0, { timeout });
  await page.waitForLoadState('networkidle', { timeout });
}

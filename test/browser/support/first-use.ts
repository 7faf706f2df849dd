import type { Frame, Page } from '@playwright/test';

/** The part of a page's window that notes when the search of the portal was there, in milliseconds from the frame's navigation. */
interface Noting extends Window {
  usableAt?: number;
}

/** Notes in every frame that opens from now on when its search could first be typed into. */
export async function noteFirstUse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('input[type="search"]') === null) return;
      seen.disconnect();
      requestAnimationFrame(() => ((window as Noting).usableAt = performance.now()));
    });
    seen.observe(document, { childList: true, subtree: true });
  });
}

/** The frame in which a module of the app is shown. */
export async function frameOf(page: Page, moduleKey: string): Promise<Frame> {
  const element = await page.locator(`iframe[data-module-key="${moduleKey}"]`).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`${moduleKey} is not shown.`);
  return frame;
}

/** From the navigation of the portal's frame until its search could be typed into, in milliseconds. */
export async function firstUse(page: Page): Promise<number> {
  const frame = await frameOf(page, 'pledge-portal');
  const noted = await frame.waitForFunction(() => (window as Noting).usableAt);
  return (await noted.jsonValue()) ?? Number.NaN;
}

/** Makes the page's own thread so many times slower, as a cheap phone's is. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

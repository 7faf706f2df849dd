import type { Page } from '@playwright/test';

const TOLD = 'Home:';

/** When the home could be used, in milliseconds since the navigation of its frame. */
export interface FirstUse {
  /** Its search could be typed into. */
  readonly typed: number;
  /** Items were shown. */
  readonly shown: number;
}

/** Tells in the console of every frame that opens from now on when it could first be used. */
export async function noteFirstUse(page: Page): Promise<void> {
  await page.addInitScript((told) => {
    if (window === window.top) return;
    let typed = 0;
    const seen = new MutationObserver(() => {
      const isTyped = document.querySelector('input[type="search"]') !== null;
      const isShown = document.querySelector('a[href*="/catalog/item/"]') !== null;
      if (isShown) seen.disconnect();
      if ((!isTyped || typed > 0) && !isShown) return;
      requestAnimationFrame(() => {
        typed ||= performance.now();
        if (isShown) console.debug(told, typed, performance.now());
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  }, TOLD);
}

/** When the next home that is opened can be used. It tells so itself: whoever asks a page that is just beginning makes it load what answers him. */
export async function firstUse(page: Page): Promise<FirstUse> {
  const told = await page.waitForEvent('console', (message) => message.text().startsWith(TOLD));
  const [, typed, shown] = told.text().split(' ').map(Number);
  return { typed: typed ?? Number.NaN, shown: shown ?? Number.NaN };
}

/** Makes the page's own thread so many times slower, as a cheap phone's is. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumFlags, ensureChromium } from '../chromium.mjs';

const defaultViewport = { width: 1280, height: 900 };

/** Starts a headless Chromium for pages that we drive ourselves. */
export const launch = (chromium: string): Promise<Browser> =>
  puppeteer.launch({ executablePath: chromium, headless: true, args: chromiumFlags, defaultViewport });

/** Makes the page's processor as many times slower as `npm test -- --slow` asks: a test that hurries fails there, not once a month. */
export async function slowed(page: Page): Promise<Page> {
  const times = Number(process.env.PORTICO_SLOW ?? 1);
  if (times > 1) await page.emulateCPUThrottling(times);
  return page;
}

/** The browser in which journeys run: Chromium, or the Firefox that `npm run test:firefox` found. Throws where there is none. */
export async function launchForJourneys(): Promise<Browser> {
  const firefox = process.env.PORTICO_FIREFOX;
  if (firefox) {
    // Its panel of downloads would take the keys.
    const extraPrefsFirefox = { 'browser.download.alwaysOpenPanel': false };
    return puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true, defaultViewport, extraPrefsFirefox });
  }
  const chromium = await ensureChromium();
  if (chromium === null) throw new Error('there is no Chromium');
  return launch(chromium);
}

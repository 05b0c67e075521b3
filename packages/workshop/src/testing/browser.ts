import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumFlags, ensureChromium } from '../chromium.mjs';

const defaultViewport = { width: 1280, height: 900 };

/** Starts a headless Chromium for pages that we drive ourselves. */
export const launch = (chromium: string): Promise<Browser> =>
  puppeteer.launch({ executablePath: chromium, headless: true, args: chromiumFlags, defaultViewport });

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

import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumFlags } from '../chromium.mjs';

/** Starts a headless Chromium for pages that we drive ourselves. */
export const launch = (chromium: string): Promise<Browser> =>
  puppeteer.launch({ executablePath: chromium, headless: true, args: chromiumFlags, defaultViewport: { width: 1280, height: 900 } });

import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { chromiumFlags, cure, findChromium } from '../../../packages/workshop/src/chromium.mjs';
import { production } from '../../../packages/workshop/src/build/vite-config.ts';

/** Bundles a page's module and all it imports into one script, as a host would ship it. @param {string} entry @returns {Promise<string>} */
export async function bundle(entry) {
  const { output } = await build({
    ...production(),
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  return output[0].code;
}

/** Starts a headless Chromium whose pages may call `gc()`. */
export async function launch() {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(cure);
  return puppeteer.launch({ executablePath, args: [...chromiumFlags, '--js-flags=--expose-gc'], protocolTimeout: 600_000 });
}

/** A fresh page in a process of its own that has run the script. @param {import('puppeteer-core').Browser} browser @param {string} script */
export async function openPage(browser, script, html = '<!doctype html><meta charset="utf-8"><title>bench</title><body></body>') {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.setRequestInterception(true);
  page.on('request', (request) => request.respond({ contentType: 'text/html', body: html }));
  await page.goto('http://localhost/');
  await page.addScriptTag({ type: 'module', content: script });
  return page;
}

/** CPU time of all renderer processes so far, helper threads included, in ms. @param {import('puppeteer-core').Browser} browser */
export async function rendererCpu(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Work of the page's main thread so far (script, style, layout, paint), in ms. @param {import('puppeteer-core').Page} page */
export async function mainThreadTime(page) {
  return ((await page.metrics()).TaskDuration ?? 0) * 1000;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page, type PDFOptions } from 'puppeteer-core';
import { chromiumFlags } from '../chromium.mjs';
import { pages } from './pages.ts';

const prints: Readonly<Record<string, PDFOptions>> = {
  tagged: { format: 'a4', tagged: true, outline: true },
  plain: { format: 'a4', tagged: false, printBackground: true },
  wide: { format: 'letter', landscape: true, scale: 0.7, displayHeaderFooter: true },
};
const sizes = [
  [1, 1],
  [64, 64],
  [640, 480],
  [1_999, 1_499],
  [4_000, 3_000],
] as const;

/** Files as a browser writes them: printed pages, pictures of pages, pictures drawn by a script. */
export async function chromiumFiles(executablePath: string, folder: string): Promise<void> {
  const browser = await puppeteer.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    for (const [name, html] of Object.entries(pages)) {
      await page.setContent(html);
      await page.evaluate(paint);
      for (const [how, options] of Object.entries(prints)) await page.pdf({ path: join(folder, `${name}-${how}.pdf`), ...options });
      await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png`, fullPage: true });
      await page.screenshot({ path: join(folder, `${name}-part.png`) as `${string}.png`, omitBackground: true });
      for (const quality of [10, 90]) {
        await page.screenshot({ path: join(folder, `${name}-${quality}.jpg`) as `${string}.jpg`, quality });
      }
    }
    for (const [width, height] of sizes) {
      for (const [type, extension] of [
        ['image/png', 'png'],
        ['image/jpeg', 'jpeg'],
      ] as const) {
        writeFileSync(join(folder, `canvas-${width}.${extension}`), await encoded(page, width, height, type));
      }
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function paint(): void {
  for (const canvas of document.querySelectorAll('canvas')) {
    const context = canvas.getContext('2d')!;
    for (let n = 0; n < 400; n += 1) {
      context.fillStyle = `hsl(${n} 70% 50%)`;
      context.fillRect((n * 37) % canvas.width, (n * 53) % canvas.height, 40, 40);
    }
  }
}

async function encoded(page: Page, width: number, height: number, type: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (width, height, type) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d')!;
      for (let n = 0; n < 500; n += 1) {
        context.fillStyle = `hsl(${n * 3} 60% ${n % 100}%)`;
        context.fillRect((n * 97) % width, (n * 61) % height, width / 9, height / 9);
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    ...([width, height, type] as const),
  );
  return Buffer.from(base64, 'base64');
}

import { basename, join } from 'node:path';
import { run } from '../process.mjs';

/** What qpdf makes of a file: how it is asked, before and behind the file's name. */
const ways: Readonly<Record<string, readonly string[]>> = {
  linear: ['--linearize'],
  'packed-objects': ['--object-streams=generate'],
  'packed-linear': ['--object-streams=generate', '--linearize'],
  'plain-objects': ['--object-streams=disable'],
  readable: ['--qdf'],
  unpacked: ['--stream-data=uncompress'],
  repacked: ['--recompress-flate', '--compression-level=9'],
  kept: ['--stream-data=preserve', '--newline-before-endstream'],
  turned: ['--rotate=+90:1'],
  first: ['--pages', '.', '1', '--'],
  double: ['--pages', '.', '1', '.', '1', '--'],
};

/** Every file in every way. */
export async function qpdfFiles(qpdf: string, folder: string, papers: readonly string[]): Promise<void> {
  for (const paper of papers) {
    for (const [name, how] of Object.entries(ways)) {
      const to = join(folder, `${basename(paper, '.pdf')}-${name}.pdf`);
      await run(qpdf, ['--warning-exit-0', paper, ...how, to], { output: 'capture', timeout: 60_000 });
    }
  }
}

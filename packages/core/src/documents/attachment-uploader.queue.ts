import { callPort, toPortError, type Clock, type FileSource } from '../kernel/index.ts';
import { isListed } from './attachment-uploader.rules.ts';
import type { Attachment, FileChanged } from './attachment-uploader.task.ts';
import type { DocumentLimits } from './documents.policy.ts';
import type { DocumentsPort } from './documents.port.ts';
import type { Digest } from './file-check.ts';

/** Uploads at once; more gain nothing on one line and hold more bytes in memory. */
const LINES = 2;

/** How long one upload may take, in milliseconds: 25 MB over a line of 350 kbit/s. */
const LIMIT = 600_000;

/** What files are checked and sent with. */
export interface FileQueueInput {
  /** Null while there is no case yet: files are checked, and leave under another queue. */
  readonly caseId: string | null;
  readonly upload: Required<DocumentsPort>['upload'];
  readonly limits: DocumentLimits;
  readonly clock: Clock;
  /** SHA-256; null where this page has no such thing, as over plain http: then the backend alone finds duplicates. */
  readonly digest: Digest | null;
  /** Bytes of a file that have arrived; called often. */
  readonly progress: (id: string, received: number) => void;
}

/** The work on files: checked one at a time, because a check holds all bytes; sent over two lines. A file that is dropped is left at once. */
export class FileQueue {
  #tell: (event: FileChanged) => void = () => undefined;
  #files: () => readonly Attachment[] = () => [];
  readonly #jobs = new Map<string, AbortController>();
  #checks: Promise<void> = Promise.resolve();
  #free = LINES;
  #line: (() => void)[] = [];
  readonly #input: FileQueueInput;

  constructor(input: FileQueueInput) {
    this.#input = input;
  }

  /** Begins to tell what comes of files; `files` asks for the list as it is. Returns the way to stop all work. */
  listen(tell: (event: FileChanged) => void, files: () => readonly Attachment[]): () => void {
    this.#tell = tell;
    this.#files = files;
    return () => {
      this.#tell = () => undefined;
      for (const job of this.#jobs.values()) job.abort();
      this.#jobs.clear();
    };
  }

  /** Takes up every file that is to be checked and is not yet in work. */
  takeUp(files: readonly Attachment[]): void {
    for (const { id, state, source } of files) if (state === 'checking' && source && !this.#jobs.has(id)) this.#add(id, source);
  }

  /** Leaves a file, whatever is being done for it. */
  drop(id: string): void {
    this.#jobs.get(id)?.abort();
    this.#jobs.delete(id);
  }

  #add(id: string, source: FileSource): void {
    const job = new AbortController();
    this.#jobs.set(id, job);
    const { signal } = job;
    const tell = (changes: Partial<Attachment>): void => {
      if (!signal.aborted) this.#tell({ type: 'file.changed', id, changes });
    };
    const check = this.#checks.then(async () => {
      if (signal.aborted) return false;
      const changes = await this.#check(id, source, signal);
      tell(changes);
      return changes.state === 'waiting';
    });
    this.#checks = check.then(
      () => undefined,
      () => undefined,
    );
    check
      .then((isGood) => (isGood && !signal.aborted ? this.#send(id, source, signal, tell) : undefined))
      // A file that cannot be read any more, or that the backend did not take.
      .catch((error: unknown) => tell({ state: 'failed', code: toPortError(error).code }))
      .finally(() => {
        if (this.#jobs.get(id) === job) this.#jobs.delete(id);
      });
  }

  async #check(id: string, source: FileSource, signal: AbortSignal): Promise<Partial<Attachment>> {
    const { caseId, limits, digest } = this.#input;
    const { admit } = await import('./file-check.ts');
    // By ranges, each a turn of the page; whole only to be hashed, one file at a time.
    const admitted = await admit(source, limits, digest ? { digest, signal } : { signal });
    if (admitted.status === 'refused') return { state: 'refused', refusal: admitted.code };
    const { sha256 } = admitted;
    const isThere = sha256 !== null && isListed(this.#files(), id, sha256);
    if (isThere) return { state: 'refused', refusal: 'duplicate', sha256 };
    return { state: caseId === null ? 'checked' : 'waiting', sha256 };
  }

  async #send(id: string, source: FileSource, signal: AbortSignal, tell: (changes: Partial<Attachment>) => void): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    try {
      if (signal.aborted) return;
      tell({ state: 'uploading' });
      const { caseId, upload, clock, progress } = this.#input;
      const onProgress = (received: number): void => progress(id, received);
      const answer = await callPort((limited) => upload(caseId!, source, { uploadId: id, signal: limited, onProgress }), {
        ...{ clock, signal, limit: LIMIT },
      });
      if (answer.status === 'accepted') tell({ state: 'uploaded', sha256: answer.value.sha256 });
      else if (answer.status === 'refused') tell({ state: 'refused', refusal: answer.code });
      else tell({ state: 'failed', code: 'unavailable' });
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

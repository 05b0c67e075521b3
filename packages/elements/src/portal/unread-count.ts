import { callPort, toPortError } from '@portico/core/kernel';
import type { Portal } from './portal.ts';

/** How many notices the person of a portal has not read: asked once a session, and again with each change that may concern them. */
export class UnreadCount {
  readonly #changed: () => void;
  #portal: Portal | undefined;
  #whose: string | null = null;
  #stop = (): void => undefined;
  #asked: AbortController | null = null;
  /** Something changed while it was asked. */
  #isStale = false;
  #count: number | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Null: not known. */
  get count(): number | null {
    return this.#count;
  }

  /** Follows the notices of this portal's person; undefined: nobody's. */
  follow(portal: Portal | undefined): void {
    // A host that signs its people in itself tells nobody who they are.
    const accountId = portal?.subject()?.accountId ?? null;
    const whose = portal?.backend.messages ? (accountId ?? portal.session().state) : null;
    if (portal === this.#portal && whose === this.#whose) return;
    this.#stop();
    this.#asked?.abort();
    this.#asked = this.#count = null;
    this.#isStale = false;
    this.#portal = portal;
    this.#whose = whose;
    this.#stop = () => undefined;
    if (!portal || whose === null) return;
    this.#stop = portal.backend.changes.subscribe('notices', ({ id, version }) => {
      // Marks that somebody else set change nothing here.
      if (version > 0 || id === '*' || accountId === null || id === accountId) void this.#ask(portal);
    });
    void this.#ask(portal);
  }

  /** Asks once more: something may have been missed. */
  again(): void {
    if (this.#portal && this.#whose !== null) void this.#ask(this.#portal);
  }

  async #ask(portal: Portal): Promise<void> {
    this.#isStale = this.#asked !== null;
    if (this.#isStale) return;
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const count = await callPort((signal) => portal.backend.messages!.unread({ signal }), { clock: portal.clock, signal: asked.signal });
      if (asked !== this.#asked) return;
      this.#count = count;
    } catch (error) {
      if (asked !== this.#asked) return;
      // What is no longer certain is not shown; the inbox says what is the matter.
      this.#count = null;
      portal.report(toPortError(error));
    }
    this.#asked = null;
    this.#changed();
    if (this.#isStale) void this.#ask(portal);
  }
}

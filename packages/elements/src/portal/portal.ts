import type { HeadlessPortal } from '@portico/core/portal';
import type { FormatOptions } from '@portico/core/kernel';
import type { Appearance } from './appearance.ts';

/** What a host sets and may change while elements are mounted. */
export interface PortalSettings {
  /** BCP 47; left out: the nearest `lang` of the page. */
  readonly locale?: string;
  /** Theme, density and tokens; given anew it stands in place of the one before as a whole. */
  readonly appearance?: Appearance;
  /** Texts by key that stand over ours, in the host's language. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Digits, calendar and time zone: settings of their own, never implied by the language. */
  readonly formats?: FormatOptions;
  /** First day of the week in calendars, 1 = Monday … 7 = Sunday; left out: the locale's. */
  readonly weekStart?: number;
}

/** A portal as elements use it: the headless half of core with language and looks. A plain object, so that it crosses bundle copies. */
export interface Portal extends HeadlessPortal {
  readonly settings: PortalSettings;
  /** The CSS properties that the appearance in force stands for. */
  readonly looks: ReadonlyMap<string, string>;
  /** Tells of changed settings; returns the way to stop. */
  onSettings(listener: () => void): () => void;
  /** Changes language, looks, texts or formats while mounted; what is left out stays. */
  update(settings: PortalSettings): void;
}

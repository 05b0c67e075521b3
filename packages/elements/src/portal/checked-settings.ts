import { languageTag } from '../kit/locale.ts';
import { warnOnce } from '../kit/warn-once.ts';
import type { PortalSettings } from './portal.ts';

type Given = { readonly [Key in keyof PortalSettings]: PortalSettings[Key] | undefined };

const isFormat = (formats: PortalSettings['formats']): boolean => {
  try {
    new Intl.NumberFormat('en', formats as Intl.NumberFormatOptions);
    new Intl.DateTimeFormat('en', formats as Intl.DateTimeFormatOptions);
    return true;
  } catch {
    return false;
  }
};

const checks: { readonly [Key in keyof PortalSettings]?: (value: NonNullable<PortalSettings[Key]>) => boolean } = {
  locale: (locale) => languageTag(locale) !== null,
  formats: isFormat,
  weekStart: (day) => Number.isInteger(day) && day >= 1 && day <= 7,
};
const cures: Readonly<Record<string, string>> = {
  locale: "a language tag such as 'en' or 'ar-KW'",
  formats: "names that Intl knows, such as { numberingSystem: 'arab', timeZone: 'Asia/Kuwait' }",
  weekStart: 'a number from 1 (Monday) to 7 (Sunday)',
};

/** What a host set, without what it left out and what cannot be used: that is warned about once, never thrown. */
export function checkedSettings(settings: Given): PortalSettings {
  const usable = Object.entries(settings).filter(([key, value]) => {
    if (value === undefined) return false;
    const check = checks[key as keyof PortalSettings] as ((value: unknown) => boolean) | undefined;
    if (check === undefined || check(value)) return true;
    warnOnce(`[portico/portal] ${key} ${JSON.stringify(value)} cannot be used and is left out: give ${cures[key]}.`);
    return false;
  });
  const { locale, ...rest } = Object.fromEntries(usable) as PortalSettings;
  return locale === undefined ? rest : { ...rest, locale: languageTag(locale)! };
}

import type { PlainDate } from '@portico/core/kernel';
import type { Portal } from './portal.ts';

/** The calendar day it is for the person: in the zone that the host set, else in this browser's. */
export const todayOf = (portal: Portal): PlainDate =>
  portal.today(portal.settings.formats?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone);

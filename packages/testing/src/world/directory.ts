import type { CodeEntry, Physician, Provider } from '@portico/core/directory';
import { diagnoses } from './diagnoses.ts';
import { providers } from './parties.ts';
import { worldPhysicians } from './physicians.ts';
import { services } from './services.ts';

/** The lists that a world has. */
export interface WorldDirectory {
  readonly diagnoses: readonly CodeEntry[];
  readonly services: readonly CodeEntry[];
  readonly physicians: readonly Physician[];
  readonly providers: readonly Provider[];
}

/** What the clerks of the demo world pick from (N18–N20), and its helpdesk (N8). */
export const worldDirectory = (): WorldDirectory => ({ diagnoses, services, physicians: worldPhysicians(), providers });

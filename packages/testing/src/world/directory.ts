import type { DirectoryContent } from '@portico/backend';
import { diagnoses } from './diagnoses.ts';
import { worldPhysicians } from './physicians.ts';
import { services } from './services.ts';

/** What the clerks of the demo world pick from (N18–N20). */
export const worldDirectory = (): Required<DirectoryContent> => ({ diagnoses, services, physicians: worldPhysicians() });

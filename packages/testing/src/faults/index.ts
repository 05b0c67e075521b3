export { createFaults, type FaultOptions, type Faults, type Target } from './faults.ts';
export { withFaults } from './with-faults.ts';

export type { Backend, Capabilities, CaseFilter, DemoControls, DemoMail } from './backend.ts';

// Loaded when somebody exports.
export { bordereauExportMachine } from './bordereau-export.machine.ts';
export type { BordereauExportEvent, BordereauExportInput, BordereauFormat, WriteInput } from './bordereau-export.task.ts';
export { bordereauExportView, bordereauFormats, type BordereauExportView } from './bordereau-export.view.ts';
export { bordereauExportMessages } from './bordereau-export.messages.ts';

export { claimDetailMachine, type ClaimDetailEvent, type ClaimDetailInput } from './claim-detail.machine.ts';
export { claimDetailView, type ClaimDetailView } from './claim-detail.view.ts';
export { modificationMessages } from './modification.messages.ts';
export { claimDetailMessages } from './claim-detail.messages.ts';
export type { AmountDifference, AmountLine, RefusalReason } from './claim-detail.rules.ts';

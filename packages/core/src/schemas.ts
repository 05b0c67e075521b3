export { identifierSchema, instantSchema, moneySchema, plainDateSchema } from './kernel/kernel.schema.ts';
export { memberQuerySchema } from './members/member.schema.ts';
export { caseDocumentSchema, newNoteSchema, noteSchema } from './documents/document.schema.ts';
export { caseSchema, intakeCaseSchema } from './claims/case.schema.ts';
export { bordereauRequestSchema } from './claims/bordereau-draft.schema.ts';
export { modificationAskedSchema, modificationRequestSchema, modificationVerdictSchema } from './claims/modification-request.schema.ts';
export { caseCriteriaSchema, caseSortSchema, savedQuerySchema } from './claims/claim-query.schema.ts';
export {
  authorizationItemSchema,
  authorizationRequestSchema,
  authorizationSchema,
  itemDecisionSchema,
  payerAnswerSchema,
} from './authorizations/authorization.schema.ts';
export { authorizationFormSchema } from './authorizations/authorization-form.schema.ts';
export { noticeSchema } from './messages/notice.schema.ts';
export { checkPolicyKey, policyKeys } from './policy/policy.schema.ts';

import { AccountDeskElement } from '../access/account-desk.element.ts';
import { ActivationQueueElement } from '../access/activation-queue.element.ts';
import { PasswordRecoveryElement } from '../access/password-recovery.element.ts';
import { RecoverySettingsElement } from '../access/recovery-settings.element.ts';
import { SignInElement } from '../access/sign-in.element.ts';
import { UserRegistrationElement } from '../access/user-registration.element.ts';
import { AuthorizationDetailElement } from '../authorizations/authorization-detail.element.ts';
import { AuthorizationRequestElement } from '../authorizations/authorization-request.element.ts';
import { InfoRequestInboxElement } from '../authorizations/info-request-inbox.element.ts';
import { DecisionDeskElement } from '../authorizations/decision-desk.element.ts';
import { ClaimWorklistElement } from '../authorizations/claim-worklist.element.ts';
import { BordereauExportElement } from '../claims/bordereau-export.element.ts';
import { ClaimDetailElement } from '../claims/claim-detail.element.ts';
import { ClaimIntakeElement } from '../claims/claim-intake.element.ts';
import { ClaimQueryElement } from '../claims/claim-query.element.ts';
import { ModificationQueueElement } from '../claims/modification-queue.element.ts';
import { CodePickerElement } from '../directory/code-picker.element.ts';
import { ContactDirectoryElement } from '../directory/contact-directory.element.ts';
import { PhysicianSearchElement } from '../directory/physician-search.element.ts';
import { AttachmentUploaderElement } from '../documents/attachment-uploader.element.ts';
import { DocumentListElement } from '../documents/document-list.element.ts';
import { NotePanelElement } from '../documents/note-panel.element.ts';
import { EligibilityCheckElement } from '../members/eligibility-check.element.ts';
import { NoticeInboxElement } from '../messages/notice-inbox.element.ts';
import { PortalProviderElement } from '../portal/portal-provider.element.ts';
import { PortalShellElement } from '../portal/portal-shell.element.ts';
import { define, type DefineOptions, type ElementClass } from './define.ts';

/** Every public element by its tag. */
export const elements = {
  'account-desk': AccountDeskElement,
  'activation-queue': ActivationQueueElement,
  'attachment-uploader': AttachmentUploaderElement,
  'authorization-detail': AuthorizationDetailElement,
  'authorization-request': AuthorizationRequestElement,
  'bordereau-export': BordereauExportElement,
  'claim-detail': ClaimDetailElement,
  'claim-intake': ClaimIntakeElement,
  'claim-query': ClaimQueryElement,
  'claim-worklist': ClaimWorklistElement,
  'code-picker': CodePickerElement,
  'contact-directory': ContactDirectoryElement,
  'decision-desk': DecisionDeskElement,
  'document-list': DocumentListElement,
  'eligibility-check': EligibilityCheckElement,
  'info-request-inbox': InfoRequestInboxElement,
  'modification-queue': ModificationQueueElement,
  'note-panel': NotePanelElement,
  'notice-inbox': NoticeInboxElement,
  'password-recovery': PasswordRecoveryElement,
  'physician-search': PhysicianSearchElement,
  'portal-provider': PortalProviderElement,
  'portal-shell': PortalShellElement,
  'recovery-settings': RecoverySettingsElement,
  'sign-in': SignInElement,
  'user-registration': UserRegistrationElement,
} as const satisfies Readonly<Record<string, ElementClass>>;

/** Registers all elements, or `only` some, under their own or prefixed names. */
export function defineElements(options: DefineOptions & { readonly only?: readonly (keyof typeof elements)[] } = {}): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!options.only || options.only.includes(name as keyof typeof elements)) define(name, element, options);
  }
}

import type { AccessPolicy } from '../access/index.ts';
import type { AuthorizationsPolicy } from '../authorizations/index.ts';
import type { ClaimsPolicy } from '../claims/index.ts';
import type { MembersPolicy } from '../members/index.ts';
import type { DocumentsPolicy } from '../documents/index.ts';
import type { MessagesPolicy } from '../messages/index.ts';

/** Every number and switch in force, by area. */
export interface Policy {
  readonly access: AccessPolicy;
  readonly members: MembersPolicy;
  readonly documents: DocumentsPolicy;
  readonly claims: ClaimsPolicy;
  readonly authorizations: AuthorizationsPolicy;
  readonly messages: MessagesPolicy;
}

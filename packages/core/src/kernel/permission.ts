import type { Role, Subject } from './subject.ts';

/** Every action that needs a right. */
export type Action =
  | 'claims.search'
  | 'claims.read'
  | 'claims.intake'
  | 'claims.issue-bordereau'
  | 'claims.save-query'
  | 'claims.request-modification'
  | 'claims.answer-modification'
  | 'authorizations.read'
  | 'authorizations.submit'
  | 'authorizations.update'
  | 'authorizations.void'
  | 'authorizations.decide'
  | 'authorizations.receive'
  | 'access.own-recovery'
  | 'access.find-account'
  | 'access.unlock-account'
  | 'access.end-sessions'
  | 'access.answer-registration'
  | 'directory.read'
  | 'members.read'
  | 'documents.read'
  | 'documents.post'
  | 'messages.read'
  | 'world.steer';

/** Groups of a case's fields that can be hidden: hidden means absent from DOM, print, export, search and counts. */
export type FieldGroup = 'amounts' | 'clinical' | 'payment';

/** What is acted on, as far as the right depends on it. Leave out what the action has not. */
export interface Resource {
  readonly providerId?: string | null;
  readonly payerId?: string | null;
}

/** Allowed, with the field groups that stay hidden, or denied with the reason. */
export type Permission =
  | { readonly allow: true; readonly hidden: readonly FieldGroup[] }
  | { readonly allow: false; readonly reason: 'not-signed-in' | 'role' | 'scope' };

const GRANTS: Readonly<Record<string, Readonly<Partial<Record<Action, readonly FieldGroup[]>>>>> = {
  clerk: {
    'claims.search': [],
    'claims.read': [],
    'claims.intake': [],
    'claims.issue-bordereau': [],
    'claims.save-query': [],
    'claims.request-modification': [],
    'authorizations.read': [],
    'authorizations.submit': [],
    'authorizations.update': [],
    'authorizations.void': [],
    'access.own-recovery': [],
    'directory.read': [],
    'members.read': [],
    'documents.read': [],
    'documents.post': [],
    'messages.read': [],
  },
  // The helpdesk finds a case for a caller and says where it stands; money and diagnoses are none of its business.
  helpdesk: {
    'claims.search': ['amounts', 'clinical', 'payment'],
    'claims.read': ['amounts', 'clinical', 'payment'],
    'authorizations.read': ['amounts', 'clinical', 'payment'],
    'claims.save-query': [],
    'access.find-account': [],
    'access.unlock-account': [],
    'access.end-sessions': [],
    'access.answer-registration': [],
    'access.own-recovery': [],
    'directory.read': [],
    'members.read': ['amounts'],
    'messages.read': [],
  },
  'claims-center': {
    'claims.search': [],
    'claims.read': [],
    'claims.issue-bordereau': [],
    'claims.save-query': [],
    'claims.answer-modification': [],
    'authorizations.read': [],
    'authorizations.decide': [],
    'authorizations.receive': [],
    'access.own-recovery': [],
    'directory.read': [],
    'members.read': [],
    'documents.read': [],
    'documents.post': [],
    'messages.read': [],
  },
};

/**
 * May this subject do that? Pure, total, deny by default: used by the page to leave out, by the backend to refuse.
 * A clerk is bound to own providers, the payer's people to their payers; the helpdesk serves the whole organisation.
 * With several roles the most that any of them allows is allowed.
 */
export function can(subject: Subject | null, action: Action, resource: Resource = {}): Permission {
  if (subject === null) return { allow: false, reason: 'not-signed-in' };
  let hidden: readonly FieldGroup[] | null = null;
  let reason: 'role' | 'scope' = 'role';
  for (const role of subject.roles) {
    // Own keys only: neither a role nor an action may be something that every object has.
    const grants = Object.hasOwn(GRANTS, role) ? GRANTS[role]! : {};
    const grant = Object.hasOwn(grants, action) ? grants[action] : undefined;
    if (grant === undefined) continue;
    if (!isInScope(role, subject, resource)) {
      reason = 'scope';
      continue;
    }
    hidden = hidden === null ? grant : hidden.filter((group) => grant.includes(group));
  }
  return hidden === null ? { allow: false, reason } : { allow: true, hidden };
}

/** The ids a search must be kept within for this subject, or null where the roles set no bound on that side. */
export function scopeOf(subject: Subject): { readonly providerIds: readonly string[] | null; readonly payerIds: readonly string[] | null } {
  if (subject.roles.includes('helpdesk')) return { providerIds: null, payerIds: null };
  const clerk = subject.roles.includes('clerk');
  const payer = subject.roles.includes('claims-center');
  if (clerk && payer) return { providerIds: null, payerIds: subject.payerIds };
  return { providerIds: clerk ? subject.providerIds : payer ? null : [], payerIds: payer ? subject.payerIds : null };
}

/**
 * The subject with those roles only that may do it and are shown all of these groups: whoever searches by a group is kept within their
 * bounds. Without any role left nothing is allowed.
 */
export function seeing(subject: Subject, action: Action, groups: readonly FieldGroup[]): Subject {
  const isShown = (role: Role): boolean => {
    const permission = can({ ...subject, roles: [role] }, action);
    return permission.allow && !permission.hidden.some((group) => groups.includes(group));
  };
  return { ...subject, roles: subject.roles.filter(isShown) };
}

function isInScope(role: string, subject: Subject, resource: Resource): boolean {
  if (role === 'clerk') return resource.providerId == null || subject.providerIds.includes(resource.providerId);
  if (role === 'claims-center') return resource.payerId == null || subject.payerIds.includes(resource.payerId);
  return true;
}

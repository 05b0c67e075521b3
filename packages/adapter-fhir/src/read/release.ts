import type { Entry } from './collect.ts';
import { child, children, isNode, text } from './tree.ts';

const STU3_USES = ['complete', 'proposed', 'exploratory', 'other'];

/** The release of FHIR before R4 whose shape a claim, response or benefit has; null when it can be read as R4. */
export function olderReleaseOf(entry: Entry): 'DSTU2' | 'STU3' | null {
  const { node } = entry;
  const isDstu2 =
    (node['type'] !== undefined && !isNode(node['type']) && !Array.isArray(node['type'])) ||
    ['ruleset', 'originalRuleset', 'requestIdentifier', 'requestReference', 'claimIdentifier', 'targetReference'].some(
      (key) => key in node,
    );
  if (isDstu2) return 'DSTU2';
  const items = children(entry, 'item');
  const isStu3 =
    STU3_USES.includes(text(entry, 'use') ?? '') ||
    isNode(node['outcome']) ||
    ['information', 'employmentImpacted', 'hospitalization', 'requestProvider', 'requestOrganization', 'claimProvider'].some(
      (key) => key in node,
    ) ||
    items.some((item) => 'service' in item.node || 'sequenceLinkId' in item.node || 'careTeamLinkId' in item.node) ||
    [child(entry, 'total'), ...items.map((item) => child(item, 'net'))].some(
      (at) => at !== null && 'code' in at.node && !('currency' in at.node),
    );
  return isStu3 ? 'STU3' : null;
}

import type { Lifecycle } from '@portico/core/kernel';
import type { AnyStateMachine, AnyStateNode } from 'xstate';

type Chart = Lifecycle<AnyStateMachine, string>;

const leaves = (node: AnyStateNode): readonly AnyStateNode[] => {
  const below = Object.values(node.states);
  return below.length === 0 ? [node] : below.flatMap(leaves);
};

const nameOf = (guard: unknown): string =>
  typeof guard === 'string' ? guard : ((guard as { readonly type?: string } | undefined)?.type ?? '');

/** Where an event leads from a state, in the order in which it is tried: the state's own transitions, then those of the regions around it. */
function* answers(state: AnyStateNode, event: string): Generator<string> {
  for (let node: AnyStateNode | undefined = state; node; node = node.parent) {
    for (const { guard, target } of node.transitions.get(event) ?? []) {
      const to = target?.map(({ key }) => key).join(', ') ?? state.key;
      yield guard ? `${to} [${nameOf(guard)}]` : to;
    }
  }
}

/** A lifecycle as Markdown: for each region a table of its states and what each event makes of them. */
export function lifecyclePicture(title: string, { chart }: Chart): string {
  const regions = chart.root.type === 'parallel' ? Object.values(chart.root.states) : [chart.root];
  const pictures = regions.map((region) => {
    const states = leaves(region);
    const events = (chart.events as readonly string[]).filter((event) => states.some((state) => [...answers(state, event)].length > 0));
    const rows = states.map((state) => [`**${state.key}**`, ...events.map((event) => [...answers(state, event)].join('; ') || '·')]);
    const heads = ['', ...events.map((event) => `\`${event}\``)];
    const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    return `### ${region === chart.root ? 'States' : region.key}\n\nBegins as **${region.initial?.target.map(({ key }: AnyStateNode) => key).join(', ') ?? ''}**.\n\n${lines.join('\n')}`;
  });
  return [`## ${title}`, ...pictures].join('\n\n');
}

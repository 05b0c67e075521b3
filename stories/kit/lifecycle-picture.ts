import type { Lifecycle } from '@portico/core/kernel';
import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** A lifecycle whose chart is shown. */
export type Chart = Lifecycle<AnyStateMachine, string>;

/** What an event makes of a state, one of several in the order in which they are tried; `event` is empty for what follows by itself. */
export interface Answer {
  readonly from: string;
  readonly event: string;
  readonly guard: string;
  readonly to: string;
}

const leaves = (node: AnyStateNode): readonly AnyStateNode[] => {
  const below = Object.values(node.states);
  return below.length === 0 ? [node] : below.flatMap(leaves);
};

const nameOf = (guard: unknown): string =>
  typeof guard === 'string' ? guard : ((guard as { readonly type?: string } | undefined)?.type ?? '');

/** The regions of a chart, each decided by itself; a chart without any is one. */
export const regionsOf = ({ chart }: Chart): readonly AnyStateNode[] =>
  chart.root.type === 'parallel' ? Object.values(chart.root.states) : [chart.root];

/** The states of a region by name. */
export const stateNames = (region: AnyStateNode): readonly string[] => leaves(region).map(({ key }) => key);

/** Where that stands which holds for all states of a region, or for all that an event leads out of. */
const ANY = 'any state';

/** What every event makes of a region's states; what stands on the region itself is of any state. */
export function answersOf(region: AnyStateNode): readonly Answer[] {
  const states = leaves(region);
  const of = (node: AnyStateNode, from: string, stay: string): readonly Answer[] =>
    [
      ...(node.always ?? []).map((one) => ['', one] as const),
      ...[...node.transitions].flatMap(([event, all]) => all.map((one) => [event, one] as const)),
    ].map(([event, { guard, target }]) => ({ from, event, guard: nameOf(guard), to: target?.map(({ key }) => key).join(', ') ?? stay }));
  const around = states.includes(region) ? [] : of(region, ANY, 'as it was');
  const own = states.flatMap((state) => of(state, state.key, state.key));
  return [
    ...around,
    ...together(
      own,
      states.map(({ key }) => key),
    ),
  ];
}

/** What several states have in common is told once. */
function together(answers: readonly Answer[], states: readonly string[]): readonly Answer[] {
  const living = new Set(answers.map(({ from }) => from));
  const key = ({ event, guard, to }: Answer): string => [event, guard, to].join();
  const isCommon = (answer: Answer): boolean => living.size > 3 && answers.filter((one) => key(one) === key(answer)).length === living.size;
  const ends = states.filter((state) => !living.has(state));
  const from = ends.length === 0 ? ANY : `${ANY} but ${ends.join(', ')}`;
  const common = new Map(answers.filter(isCommon).map((answer) => [key(answer), { ...answer, from }]));
  return [...common.values(), ...answers.filter((answer) => !isCommon(answer))];
}

const told = ({ to, guard }: Answer): string => (guard ? `${to} [${guard}]` : to);

/** A lifecycle as Markdown: for each region a table of its states and what each event makes of them. */
export function lifecyclePicture(title: string, lifecycle: Chart): string {
  const pictures = regionsOf(lifecycle).map((region) => {
    const answers = answersOf(region);
    const events = [...new Set(answers.map(({ event }) => event))];
    const cell = (state: string, event: string): string =>
      answers
        .filter((answer) => answer.from === state && answer.event === event)
        .map(told)
        .join('; ') || '·';
    const rows = [...new Set([...answers.map(({ from }) => from), ...stateNames(region)])].map((state) => [
      `**${state}**`,
      ...events.map((event) => cell(state, event)),
    ]);
    const heads = ['', ...events.map((event) => (event === '' ? 'by itself' : `\`${event}\``))];
    const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    const begin = region.initial?.target.map(({ key }: AnyStateNode) => key).join(', ') ?? '';
    return `### ${region === lifecycle.chart.root ? 'States' : region.key}\n\nBegins as **${begin}**.\n\n${lines.join('\n')}`;
  });
  return [`## ${title}`, ...pictures].join('\n\n');
}

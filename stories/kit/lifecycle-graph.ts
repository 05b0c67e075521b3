import { createElement, useEffect, useRef, type ReactElement } from 'react';
import { answersOf, regionsOf, stateNames, type Chart } from './lifecycle-picture.ts';

/** One region in the DOT language: its states, and an arrow for each pair of them with the events that lead there. */
function regionDot(region: ReturnType<typeof regionsOf>[number]): string {
  const states = stateNames(region);
  const answers = answersOf(region);
  const arrows = new Map<string, string[]>();
  for (const { from, to, event, guard } of answers) {
    const label = [event, guard && `[${guard}]`].filter(Boolean).join(' ');
    const key = `"${from}" -> "${to}"`;
    arrows.set(key, [...(arrows.get(key) ?? []), label]);
  }
  return [
    'digraph { rankdir=LR; bgcolor=transparent; node [shape=box, style=rounded, fontname="Arial"]; edge [fontname="Arial", fontsize=10];',
    '"" [shape=point];',
    ...[...new Set([...states, ...answers.flatMap(({ from, to }) => [from, to])])].map(
      (state) => `"${state}"${states.includes(state) ? '' : ' [style=dashed]'};`,
    ),
    `"" -> "${region.initial?.target[0]?.key ?? states[0]}";`,
    ...[...arrows].map(([pair, labels]) => `${pair} [label="${labels.join('\\n')}"];`),
    '}',
  ].join('\n');
}

/** The chart of a lifecycle in the DOT language, one graph a region. */
export const lifecycleDots = (chart: Chart): readonly string[] => regionsOf(chart).map(regionDot);

/** Draws a lifecycle: Graphviz lays it out, in the page that shows it. */
export function LifecycleGraph({ chart, title }: { readonly chart: Chart; readonly title: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    void import('@viz-js/viz').then(async ({ instance }) => {
      const viz = await instance();
      if (isGone) return;
      const pictures = lifecycleDots(chart).map((dot) => viz.renderSVGElement(dot));
      for (const picture of pictures) {
        picture.setAttribute('role', 'img');
        picture.setAttribute('aria-label', title);
      }
      place.current?.replaceChildren(...pictures);
    });
    return () => void (isGone = true);
  }, [chart, title]);
  return createElement('div', { ref: place, className: 'lifecycle-graph' });
}

import { Markdown, Primary, Stories, Subtitle, Title, useOf } from '@storybook/addon-docs/blocks';
import { getCustomElements } from '@storybook/web-components-vite';
import { createElement, Fragment, type ReactElement } from 'react';
import { elementsOf, type Described, type Manifest } from '../../packages/workshop/src/build/docs/described.ts';
import { exampleOf, keyboardOf, referenceOf } from '../../packages/workshop/src/build/docs/reference.ts';

const describe = (tag: unknown): Described | undefined => {
  const manifest = getCustomElements() as Manifest | undefined;
  return manifest && elementsOf(manifest).find(({ tagName }) => tagName === tag);
};

/** The page of an element: what it is, one story to try, the example in three forms, keys, everything it has, all stories. */
export function docsPage(): ReactElement {
  const of = useOf('meta', ['meta']);
  const element = describe(of.type === 'meta' ? of.preparedMeta.component : undefined);
  const markdown = (text: string): ReactElement => createElement(Markdown, null, text);
  return createElement(
    Fragment,
    null,
    createElement(Title),
    element && createElement(Subtitle, null, `<${element.tagName}>`),
    element && markdown(element.description ?? element.summary ?? ''),
    createElement(Primary),
    element && markdown(`## Example\n\n${exampleOf(element)}`),
    element && markdown(`## Reference\n\n${keyboardOf(element)}\n\n${referenceOf(element)}`),
    createElement(Stories),
  );
}

import { authorizationFormMessages, authorizationMessages } from '@portico/core/authorizations';
import { caseMessages } from '@portico/core/claims';
import type { OpenedForm } from '@portico/core/documents';
import { callPort, createMessages, PortError } from '@portico/core/kernel';
import { render } from 'lit';
import { directionOf } from '../kit/locale.ts';
import type { Portal, PortalSettings } from '../portal/portal.ts';
import { printDocument } from '../print/print-frame.ts';
import { formCss } from './authorization-form.css.ts';
import { formPage, type FormWriting } from './authorization-form.parts.ts';

/** The element that a form is shown or printed from: its language and looks are the form's. */
export type FormHost = HTMLElement & { readonly locale: string; readonly settings: PortalSettings };

const english = { ...authorizationFormMessages, ...authorizationMessages, ...caseMessages };

async function writingFor({ locale, settings }: FormHost): Promise<FormWriting> {
  const translated = locale.startsWith('ar')
    ? await Promise.all([
        import('@portico/core/authorizations/authorization-form.messages.ar'),
        import('@portico/core/authorizations/authorization.messages.ar'),
        import('@portico/core/claims/case.messages.ar'),
      ]).then(([form, area, cases]) => ({ ...form.authorizationFormMessagesAr, ...area.authorizationMessagesAr, ...cases.caseMessagesAr }))
    : {};
  const messages = createMessages(locale, english, { ...translated, ...settings.messages }, settings.formats);
  return { messages, names: english, locale, formats: settings.formats };
}

/** The payer's colour and type, as the portal wears them: by the object model, which a strict policy allows. */
function wearBrand(host: FormHost, target: HTMLElement): void {
  const worn = getComputedStyle(host);
  for (const [own, token] of [
    ['--brand', '--_primary'],
    ['--font', '--_font'],
  ] as const)
    target.style.setProperty(own, worn.getPropertyValue(token));
}

/** Reads a form; rejects with a PortError. */
export async function readForm({ backend, clock }: Portal, documentId: string, signal: AbortSignal): Promise<OpenedForm> {
  const { documents } = backend;
  if (!documents?.form) throw new PortError('not-found');
  return callPort((limited) => documents.form!(documentId, { signal: limited }), { clock, signal });
}

/** Shows a form in this place, where no sheet of the page or the element comes in; answers how it is taken out again. */
export async function showForm(host: FormHost, form: OpenedForm, place: HTMLElement): Promise<() => void> {
  const writing = await writingFor(host);
  const paper = host.ownerDocument.createElement('div');
  Object.assign(paper, { lang: host.locale, dir: directionOf(host.locale) });
  wearBrand(host, paper);
  const root = paper.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(formCss);
  root.adoptedStyleSheets = [sheet];
  render(formPage(form, writing), root);
  place.append(paper);
  return () => paper.remove();
}

/** Prints a form that was read: one page for what is ordinary, nothing of the host's page. Resolves when the browser has taken it over. */
export async function printForm(host: FormHost, form: OpenedForm, signal: AbortSignal): Promise<void> {
  const writing = await writingFor(host);
  const { locale, ownerDocument } = host;
  await printDocument(
    ownerDocument,
    {
      // A number and no name: browsers write it on the paper and offer it as the name of a file.
      ...{ title: form.document.name, lang: locale, dir: directionOf(locale), css: formCss },
      build: async (document, body) => {
        wearBrand(host, document.documentElement);
        render(formPage(form, writing), body, { creationScope: document });
      },
    },
    signal,
  );
}

/** Prints the form with this id (`AuthorizationDetail.formId`, or a document of kind `form`); rejects with a PortError. */
export async function printAuthorizationForm(host: FormHost, portal: Portal, documentId: string, signal: AbortSignal): Promise<void> {
  await printForm(host, await readForm(portal, documentId, signal), signal);
}

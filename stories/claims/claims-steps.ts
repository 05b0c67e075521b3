import { claimQueryMessages, claimQueryMoreMessages, caseMessages } from '@portico/core/claims';
import { caseMessagesAr } from '@portico/core/claims/case.messages.ar';
import { claimQueryMoreMessagesAr } from '@portico/core/claims/claim-query-more.messages.ar';
import { claimQueryMessagesAr } from '@portico/core/claims/claim-query.messages.ar';
import { userEvent, waitFor } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';

/** Texts of Claims Query in whichever language the toolbar is set to. */
export const t = texts(
  { ...claimQueryMessages, ...claimQueryMoreMessages, ...caseMessages },
  { ...claimQueryMessagesAr, ...claimQueryMoreMessagesAr, ...caseMessagesAr },
);

/** Types dates and executes, as a clerk does: two fields and Enter. */
export async function query(canvas: HTMLElement, from: string, to = ''): Promise<void> {
  const form = inside(canvas, 'claim-query');
  await userEvent.type(await form.findByLabelText(t('claim-query.from')), from || '{Tab}');
  await userEvent.type(form.getByLabelText(t('claim-query.to')), `${to}{Enter}`);
}

/** The table of the results, once it is there. */
export async function results(canvas: HTMLElement): Promise<HTMLElement> {
  return waitFor(() => {
    const query = canvas.querySelector('claim-query')!.shadowRoot!;
    const table = [...query.querySelectorAll<HTMLElement>('*')].find((element) => element.shadowRoot?.querySelector('[role="grid"]'));
    if (!table) throw new Error('no table yet');
    return table.shadowRoot!.querySelector<HTMLElement>('[role="grid"]')!;
  });
}

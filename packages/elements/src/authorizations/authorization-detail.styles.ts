import { css } from 'lit';

/** What an authorization has beside what a case has: questions, forms, flags. */
export const authorizationDetailStyles = css`
  .questions,
  .acts,
  .acts form,
  dialog form,
  .answer-form {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
  }
  .acts form {
    max-inline-size: 48rem;
  }
  .question {
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_border-strong);
    border-radius: var(--_radius);
  }
  .question p,
  .question blockquote,
  dialog :is(h3, p) {
    margin: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
  }
  .flag {
    color: var(--_warning);
    font-size: var(--_size-small);
    font-weight: var(--_bold);
  }
  .words {
    margin: var(--_space) 0 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .taken-back td {
    color: var(--_muted);
  }
  td {
    min-inline-size: 9rem;
    overflow-wrap: break-word;
  }
  .sum bdi {
    white-space: nowrap;
  }
  fieldset.item {
    min-inline-size: 0;
    margin: 0;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .item-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
    gap: var(--_space);
  }
  .choice {
    display: flex;
    gap: var(--_space);
    align-items: center;
    min-block-size: var(--_control);
    font-weight: normal;
  }
  dialog {
    inline-size: min(34rem, calc(100vw - 2rem));
  }
`;

import { css } from 'lit';

/** The calendar beside a date field. */
export const calendar = css`
  .calendar {
    z-index: 10;
    inline-size: min(20rem, calc(100vw - 1rem));
    padding: var(--_space);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .calendar[hidden] {
    display: none;
  }
  .calendar-head select {
    flex: 1 1 0;
    padding-inline: calc(var(--_space) / 2);
  }
  .calendar-head {
    display: flex;
    gap: calc(var(--_space) / 2);
  }
  .calendar-head button {
    display: grid;
    place-items: center;
    min-inline-size: var(--_control);
    padding: 0;
    color: inherit;
  }
  .calendar-head button:dir(rtl) > svg {
    transform: scaleX(-1);
  }
  .calendar table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .calendar th,
  .calendar td {
    padding: 0;
    text-align: center;
    font-size: var(--_size-small);
  }
  .calendar-day {
    display: grid;
    place-items: center;
    min-inline-size: 36px;
    min-block-size: 36px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .calendar-day[data-outside-range] {
    color: var(--_muted);
  }
  [aria-current='date'] > .calendar-day {
    border: 1px solid var(--_border-strong);
  }
  .calendar-day[data-selected] {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  @media (forced-colors: active) {
    .calendar-day[data-selected] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

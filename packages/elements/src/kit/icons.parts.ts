import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

const icon = (lines: SVGTemplateResult): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${lines}
  </svg>`;

/** An open eye: what is hidden can be shown. */
export const eyeIcon = (): TemplateResult =>
  icon(
    svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"></path><circle cx="12" cy="12" r="2.75"></circle>`,
  );

/** A crossed eye: what is shown can be hidden. */
export const eyeOffIcon = (): TemplateResult =>
  icon(
    svg`<path d="M9.6 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M6.2 7.4A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.2-1M4 4l16 16"></path>`,
  );

/** A telephone receiver. */
export const phoneIcon = (): TemplateResult =>
  icon(
    svg`<path d="M6.5 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.700a2 2 0 0 1 2-2.2Z"></path>`,
  );

/** An envelope. */
export const mailIcon = (): TemplateResult =>
  icon(svg`<rect x="3" y="5" width="18" height="14" rx="2"></rect><path d="m3.5 7 8.5 6 8.5-6"></path>`);

/** A printer, for fax. */
export const faxIcon = (): TemplateResult =>
  icon(svg`<path d="M7 9V3.5h10V9M7 17.5H4.5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H17M7 14h10v6.5H7Z"></path>`);

/** A leaf of a calendar. */
export const calendarIcon = (): TemplateResult =>
  icon(svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2"></rect><path d="M3.5 10h17M8 2.5V7M16 2.5V7"></path>`);

/** To what comes before; turned round from right to left by the sheet of who shows it. */
export const backIcon = (): TemplateResult => icon(svg`<path d="m14.5 6-6 6 6 6"></path>`);

/** To what comes next; turned round from right to left by the sheet of who shows it. */
export const forthIcon = (): TemplateResult => icon(svg`<path d="m9.5 6 6 6-6 6"></path>`);

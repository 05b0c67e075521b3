import type { SignInView } from '@portico/core/access';
import type { Portal } from '../portal/portal.ts';

/** The empty form, which can be typed into before its task is there: the same as the view of a machine that has only begun. */
export const signInFirstView = ({ backend: { capabilities } }: Portal): SignInView => ({
  state: 'idle',
  isBusy: false,
  name: '',
  nameError: null,
  passwordError: null,
  notice: null,
  attemptsLeft: 0,
  until: null,
  recovery: capabilities.access?.recovery ?? [],
  showsHelpdesk: false,
  helpdesk: [],
  isRehearsal: capabilities.enforcement === 'rehearsal',
  focus: null,
  code: null,
});

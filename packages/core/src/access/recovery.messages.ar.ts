import type { Translation } from '../kernel/index.ts';
import type { recoveryMessages } from './recovery.messages.ts';

/** Arabic. */
export const recoveryMessagesAr: Translation<typeof recoveryMessages> = {
  'recovery.question.first-school': 'ما اسم مدرستك الأولى؟',
  'recovery.question.first-street': 'في أي شارع سكنت في طفولتك؟',
  'recovery.question.childhood-friend': 'ما اسم أقرب أصدقاء طفولتك؟',
  'recovery.question.first-journey': 'إلى أين كانت أول رحلة طويلة لك؟',
};

import { catalogue } from '../kernel/index.ts';

/** The secret questions (N5), where one is set and where it is asked. */
export const recoveryMessages = catalogue({
  'recovery.question.first-school': 'What was the name of your first school?',
  'recovery.question.first-street': 'In which street did you live as a child?',
  'recovery.question.childhood-friend': 'What was the name of your best friend in childhood?',
  'recovery.question.first-journey': 'Where did your first long journey take you?',
});

import { catalogue } from '../kernel/index.ts';

/** Texts of setting the own secret question (N5). */
export const secretQuestionMessages = catalogue({
  'secret-question.title': 'Secret question',
  'secret-question.text':
    'With the answer you get back into your account when the password is lost. Choose one that nobody can find out. It is never shown; a new one takes its place.',
  'secret-question.question': 'Question',
  'secret-question.answer': 'Your answer',
  'secret-question.answerHint': 'Capital letters and blanks do not matter.',
  'secret-question.answer-missing': 'Enter your answer.',
  'secret-question.answer-too-short': 'This answer is too short: it is guessed at once. Choose a longer one.',
  'secret-question.answer-too-long': 'This answer is too long. Choose a shorter one.',
  'secret-question.password': 'Your password',
  'secret-question.passwordHint': 'So that nobody else sets it at your desk.',
  'secret-question.passwordMissing': 'Enter your password.',
  'secret-question.passwordWrong': {
    on: 'n',
    one: 'This is not your password. {$n :number} attempt left.',
    other: 'This is not your password. {$n :number} attempts left.',
  },
  'secret-question.showPassword': 'Show password',
  'secret-question.hidePassword': 'Hide password',
  'secret-question.set': 'Set the secret question',
  'secret-question.setting': 'One moment…',
  'secret-question.done': 'Your secret question is set. You get an e-mail about it.',
  'secret-question.another': 'Set another one',
  'secret-question.locked':
    'After too many wrong passwords this account is locked: nothing was set. Get back into it by the sign-in, or call the helpdesk.',
  'secret-question.offline': 'There is no connection. Check the network and try again.',
  'secret-question.unavailable': 'This is not possible just now. Try again in a moment.',
  'secret-question.retry': 'Try again',
});

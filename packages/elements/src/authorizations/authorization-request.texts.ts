import { authorizationMessages } from '@portico/core/authorizations';
import { authorizationRequestMessages } from '@portico/core/authorizations/authorization-request';
import { notePostingMessages } from '@portico/core/documents/note-panel';
import type { Messages } from '@portico/core/kernel';
import { choosingTexts, choosingTextsAr } from '../documents/choosing.texts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts of a request, in both languages. */
export const requestTexts = {
  en: { ...authorizationRequestMessages, ...authorizationMessages, ...choosingTexts, ...notePostingMessages },
  ar: async () => {
    const [own, names, files, posting] = await Promise.all([
      import('@portico/core/authorizations/authorization-request.messages.ar'),
      import('@portico/core/authorizations/authorization.messages.ar'),
      choosingTextsAr(),
      import('@portico/core/documents/note-posting.messages.ar'),
    ]);
    return { ...own.authorizationRequestMessagesAr, ...names.authorizationMessagesAr, ...files, ...posting.notePostingMessagesAr };
  },
};

/** The texts in force. */
export type RequestTexts = MessagesController<(typeof requestTexts)['en']>;

/** Makes attributes of them. */
export type RequestText = Messages<(typeof requestTexts)['en']>['text'];

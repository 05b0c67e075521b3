import type { NoticeFilter } from '@portico/core/messages';
import type { Call } from '../permissions.fixture.test.ts';

/** Every notice. */
export const all: NoticeFilter = { unreadOnly: false };

/** The rows of the port of messages. Whose notices are seen is proved beside them: each person has a list of their own. */
export const noticeCalls: Readonly<Record<string, Call>> = {
  'messages.notices': { action: 'messages.read', call: ({ page }) => page.messages!.notices(all, {}) },
  'messages.unread': { action: 'messages.read', call: async ({ page }) => ({ unread: await page.messages!.unread() }) },
  'messages.markRead': { action: 'messages.read', call: ({ page, meta }) => page.messages!.markRead!('all', meta) },
  'messages.undoAllRead': { action: 'messages.read', call: ({ page, meta }) => page.messages!.undoAllRead!(meta) },
};

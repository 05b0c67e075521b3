// Loaded with the inbox.
export { noticeInboxMachine } from './notice-inbox.machine.ts';
export type { NoticeInboxEmitted, NoticeInboxEvent, NoticeInboxInput } from './notice-inbox.task.ts';
export { noticeInboxView, noticeText, type NoticeInboxView } from './notice-inbox.view.ts';
export { noticeInboxMessages } from './notice-inbox.messages.ts';

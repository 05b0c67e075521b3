export type { Notice, NoticeEvent, NoticeTopic } from './notice.schema.ts';
export type { MessagesPort, NoticeFilter, UnreadLeft } from './messages.port.ts';
export { messagesPolicyDefaults, type MessagesPolicy } from './messages.policy.ts';

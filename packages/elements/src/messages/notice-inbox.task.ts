import { noticeInboxMachine, noticeInboxView, type NoticeInboxEvent, type NoticeInboxView } from '@portico/core/messages/notice-inbox';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the inbox of notices. */
export const startNoticeInbox: (stage: Stage<NoticeInboxView>) => Run<NoticeInboxEvent> = actorTask({
  name: 'notice-inbox',
  machine: noticeInboxMachine,
  view: noticeInboxView,
  input: ({ backend, outbox, clock, subject }) => ({
    ...{ messages: backend.messages!, changes: backend.changes, submit: outbox.submit, clock },
    accountId: subject()?.accountId ?? null,
  }),
});

import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import { isUnderWay } from './attachment-uploader.rules.ts';
import type { Attachment, AttachmentDetails } from './attachment-uploader.task.ts';
import type { DocumentsPolicy } from './documents.policy.ts';
import type { DocumentFolder } from './documents.port.ts';
import type { notePanelMachine } from './note-panel.machine.ts';
import type { notePostingMessages } from './note-posting.messages.ts';
import { along } from './note-panel.steps.ts';
import type { NotePanelContext } from './note-panel.task.ts';

type Key = keyof typeof notePostingMessages;

const none: readonly Attachment[] = [];

/** What is shown of a note that is written, or of files that are attached without one. */
export interface NotePanelView {
  /** `held`: waits its seconds. `gathering`: waits for its files. `unsent`: did not get through, and can be sent again. */
  readonly state: 'idle' | 'opening' | 'notFound' | 'readOnly' | 'failed' | 'composing' | 'held' | 'gathering' | 'posting' | 'unsent';
  readonly isBusy: boolean;
  /** Whether text and files can be changed. */
  readonly isOpen: boolean;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly details: AttachmentDetails;
  readonly policy: DocumentsPolicy | null;
  readonly folder: DocumentFolder | null;
  /** Whether files can be sent here at all. */
  readonly takesFiles: boolean;
  /** Name of the file that was taken out last and can come back. */
  readonly removedName: string | null;
  /** Files that the note takes along. */
  readonly along: number;
  /** Refused files that stay behind when the note goes. */
  readonly behind: readonly Attachment[];
  /** Files under way, through, and refused or failed. */
  readonly underWay: number;
  readonly through: number;
  readonly stuck: number;
  readonly secondsLeft: number;
  /** What to say, and how. */
  readonly notice: Extract<Key, `note.${'refused' | 'failed' | 'unsent'}.${string}` | 'note.posted' | 'note.notFound'> | null;
  readonly isProblem: boolean;
  readonly canUndo: boolean;
  /** A backend that keeps nothing, or could not: what is written is gone with the page. */
  readonly keeps: 'kept' | 'not-offered' | 'failed';
  readonly code: PortErrorCode | null;
}

/** What is shown of a note. */
export function notePanelView({ value, context }: SnapshotFrom<typeof notePanelMachine>): NotePanelView {
  const state = stateOf(value as Value);
  const { text, files, details, policy, folder, queue, removed, behind, posted, secondsLeft, isUnsure, isKept, code, ports } = context;
  const underWay = files.filter(isUnderWay).length;
  const through = files.filter((file) => file.state === 'uploaded').length;
  const notice = noticeOf(state, context);
  return {
    ...{ state, text, files, details, policy, folder, secondsLeft, underWay, through, notice },
    isBusy: state === 'opening' || state === 'posting',
    isOpen: state === 'composing',
    takesFiles: queue !== null,
    removedName: removed?.file.name ?? null,
    along: along(context).length,
    behind: state === 'composing' && !posted ? none : behind,
    stuck: files.length - underWay - through,
    isProblem: notice !== null && notice !== 'note.posted',
    canUndo: state === 'held' || state === 'gathering' || (state === 'unsent' && !isUnsure),
    keeps: ports.drafts === null ? 'not-offered' : isKept ? 'kept' : 'failed',
    code,
  };
}

type Value = string | { readonly open: { readonly note: string | { readonly held: string } } };

function stateOf(value: Value): NotePanelView['state'] {
  if (typeof value === 'string') return value === 'deciding' ? 'idle' : (value as NotePanelView['state']);
  const { note } = value.open;
  if (typeof note === 'string') return note === 'deciding' ? 'composing' : (note as NotePanelView['state']);
  return note.held === 'gathering' ? 'gathering' : 'held';
}

function noticeOf(state: NotePanelView['state'], { notice, posted, code, isUnsure }: NotePanelContext): NotePanelView['notice'] {
  if (state === 'notFound') return 'note.notFound';
  if (state === 'failed') return code === 'offline' ? 'note.failed.offline' : 'note.failed.other';
  if (state === 'unsent') return code === 'offline' ? 'note.unsent.offline' : isUnsure ? 'note.unsent.unsure' : 'note.unsent.other';
  if (notice) return `note.refused.${notice}`;
  return posted && state === 'composing' ? 'note.posted' : null;
}

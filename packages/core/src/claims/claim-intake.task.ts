import type { PayerAnswer } from '../authorizations/authorization.schema.ts';
import type { Clock, CommandMeta, FileSource, PortAnswer, PortErrorCode, SubmitCommand } from '../kernel/index.ts';
import type { IntakeCase } from './case.schema.ts';
import type { ClaimsPort, IntakeReport } from './claims.port.ts';

/** One thing that a reading has to say of a file: codes and places, nobody's data. */
export interface ReadingLine {
  readonly severity: 'info' | 'warning' | 'dropped';
  readonly code: string;
  readonly path: string;
  readonly resourceType: string | null;
  readonly value?: string;
}

/** What payers answered in a file about one of its records. */
export interface FileAnswers {
  /** Which of the records holds them already; null for a notification that names no more than a number. */
  readonly record: number | null;
  /** That record as it was asked for, before anything was answered; null where the file holds the answers alone. */
  readonly request: IntakeCase | null;
  /** Oldest first. */
  readonly answers: readonly PayerAnswer[];
}

/** What a file came to: records for the intake, the payers' answers in them, and an account of everything in it. */
export interface FileReading {
  readonly records: readonly IntakeCase[];
  /** Left out by readers of formats that hold none. */
  readonly answers?: readonly FileAnswers[];
  readonly report: {
    readonly resources: readonly { readonly type: string; readonly count: number; readonly used: number }[];
    readonly lines: readonly ReadingLine[];
  };
}

/** Reads a file of one format; `onProgress` is told a share from 0 to 1. Aborted, it rejects. */
export type FileReader = (
  file: FileSource,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => Promise<FileReading>;

/** What came of a batch of answers; `index` is the place in the batch. */
export interface AnswersReport {
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly index: number; readonly code: string }[];
}

/** What taking in files needs; a port is left out where the backend has none. */
export interface ClaimIntakeInput {
  readonly claims?: Required<Pick<ClaimsPort, 'intake'>>;
  readonly authorizations?: {
    readonly receive: (batch: readonly PayerAnswer[], meta: CommandMeta) => Promise<PortAnswer<AnswersReport>>;
  };
  /** Whether the person who is there may bring that in: cases from the provider's side, answers from the payer's. */
  readonly mayTake: (what: 'cases' | 'answers') => boolean;
  readonly submit: SubmitCommand;
  readonly read: FileReader;
  /** Records in one command. */
  readonly batchSize: number;
  readonly clock: Clock;
}

/** What a person does with files. */
export type ClaimIntakeEvent =
  | { readonly type: 'files.chosen'; readonly files: readonly FileSource[] }
  | { readonly type: 'intake.cancelled' }
  /** Tries the files again that failed; what was taken in before is not taken twice. */
  | { readonly type: 'intake.retried' }
  | { readonly type: 'intake.cleared' };

/** One file and how far it is. `report` and `outcome` come with reading and intake. */
export interface IntakeFile {
  readonly source: FileSource;
  readonly state: 'waiting' | 'reading' | 'sending' | 'done' | 'failed' | 'cancelled';
  /** From 0 to 1, while reading or sending. */
  readonly share: number;
  readonly recordCount: number;
  /** How many answers of payers it holds. */
  readonly answerCount: number;
  readonly report: FileReading['report'] | null;
  readonly outcome: (Omit<IntakeReport, 'refused'> & { readonly refused: number }) | null;
  /** What came of the answers; null where none were brought in. */
  readonly answers: { readonly taken: number; readonly unchanged: number; readonly refused: Readonly<Record<string, number>> } | null;
  /** What it holds that is not this person's to bring in. */
  readonly held: 'cases' | 'answers' | null;
  readonly code: PortErrorCode | 'too-many-records' | null;
}

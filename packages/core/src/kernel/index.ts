export type { Clock, Ids } from './clock.ts';
export { createClock, createIds, type HostTimers } from './host.ts';
export { PortError, toPortError, type PortErrorCode } from './port-error.ts';
export type { Page, PageRequest, ResultSet, Total } from './page.ts';
export { accepted, refused, type CommandAnswer, type CommandMeta, type PortAnswer } from './command.ts';
export type { SubmitCommand, SubmitOptions } from './submit.ts';
export { callPort, type CallOptions } from './call-port.ts';
export type { Role, Subject } from './subject.ts';
export { DRAFT_PAUSE, type Draft, type DraftsPort } from './drafts.port.ts';
export type { Change, ChangesPort, ChangeTopic } from './changes.port.ts';
export type { PoliciesPort, PolicyScope } from './policies.port.ts';
export type { FileSource } from './file-source.ts';
export { shortHash } from './short-hash.ts';
export { can, scopeOf, seeing, type Action, type FieldGroup, type Permission, type Resource } from './permission.ts';
export { decide, guardsOf, offers, whyNot, type Decision, type Envelope, type Lifecycle, type Rule, type Stored } from './decide.ts';
export { isCurrency, scaleOf } from './currency.ts';
export {
  add,
  allocate,
  compare,
  fromDecimal,
  money,
  MoneyError,
  negate,
  parseMoney,
  subtract,
  sumByCurrency,
  times,
  toDecimal,
  zero,
  type Money,
  type MoneyRefusal,
  type Rounding,
} from './money.ts';
export {
  addBusinessDays,
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  endOfDay,
  firstOfMonth,
  fromIsoInstant,
  isBusinessDay,
  isPlainDate,
  lastOfMonth,
  plainDate,
  startOfDay,
  toIsoInstant,
  weekday,
  type BusinessCalendar,
  type Instant,
  type PlainDate,
} from './calendar-date.ts';
export {
  orderOf,
  parseDateInput,
  sameDay,
  sameDays,
  type DateInputOptions,
  type DateOrder,
  type DateRefusal,
  type LanguageChanged,
} from './date-input.ts';
export { deadlineFrom, isPast, resume, startDeadline, timeLeft, toll, type Deadline, type DeadlineRule } from './deadline.ts';
export {
  checkIdentifier,
  isNpi,
  isTaxId,
  normalizeIdentifier,
  type Identifier,
  type IdentifierRefusal,
  type IdentifierType,
} from './identifier.ts';
export { searchText } from './search-text.ts';
export { setup } from './setup.ts';
export { createFormats, type FormatOptions, type Formats } from './format.ts';
export { createMoneyFormat } from './money-format.ts';
export { asciiDigits, typedText } from './typed-text.ts';
export {
  catalogue,
  createMessages,
  type Catalogue,
  type MessageArguments,
  type MessagePart,
  type Messages,
  type MessageValues,
  type Plural,
  type Translation,
} from './messages.ts';

import type { FileKind } from './document.schema.ts';
import type { FileRefusal } from './file-refusal.ts';

/** Why a file is not taken for its name alone. */
export type NameRefusal = Extract<FileRefusal, `name-${string}` | 'kind-not-accepted'>;

/** Longest name that every file system keeps, in bytes of UTF-8. */
const MOST_NAME = 255;
/** Longest name that we give, so that a system has room for ` (1)`. */
const MOST_SAFE = 200;

const KINDS: Readonly<Record<string, FileKind>> = {
  ...{ pdf: 'pdf', png: 'png', docx: 'docx', tif: 'tiff', tiff: 'tiff' },
  ...{ jpg: 'jpeg', jpeg: 'jpeg', jpe: 'jpeg', jfif: 'jpeg' },
};

// What a reader does not see, or sees in another order: controls, directions, zero widths, fillers, tags, halves of characters.
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFD\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;
/** Joiners belong between letters of some scripts and between pictures; elsewhere they only hide. */
const STRAY_JOINER = /(?<![\p{L}\p{M}\p{So}\p{Sk}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{So}])/u;

/** Names that Windows gives to devices, whatever follows their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** What runs, what a browser draws as a page, and what holds other files. */
const RISKY = new Set(
  (
    'exe com bat cmd scr pif cpl dll sys drv msi msp mst msc jar js jse mjs cjs vbs vbe vb wsf wsh wsc sct hta ps1 ps1xml psm1 psd1 reg inf lnk url scf ' +
    'desktop sh bash zsh csh ksh command py pyc pyw pl rb php php3 php4 php5 phtml phar asp aspx ashx asmx cer jsp jspx cgi htaccess html htm xhtml ' +
    'shtml mht mhtml xml xsl xslt svg svgz swf app dmg pkg deb rpm apk ipa iso img vhd vhdx bin run elf so dylib zip rar 7z gz tgz bz2 xz tar cab ace ' +
    'arj lzh docm dotm dot doc xls xlsm xltm xlam xlsb ppt pptm potm ppam ppsm sldm gadget application chm hlp library-ms settingcontent-ms appref-ms ' +
    'website mcf wim eml msg one ade adp accdb mdb rtf slk iqy torrent crx xpi'
  ).split(' '),
);

/** The parts of a name between its dots, as a person would read them: dots of any width, letters of any width. */
const partsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .split(/[.\u3002\uFE52]/)
    .map((part) => part.trim().toLowerCase());

/** The kind that a name claims by its extension, or null. */
export function kindOf(name: string): FileKind | null {
  const dot = name.lastIndexOf('.');
  const extension = dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
  return Object.hasOwn(KINDS, extension) ? KINDS[extension]! : null;
}

/** Why a file is not taken for its name, or null (T2, T6). */
export function checkName(name: string, kinds: readonly FileKind[]): NameRefusal | null {
  if (HIDDEN.test(name) || STRAY_JOINER.test(name)) return 'name-hidden-characters';
  if (utf8Length(name) > MOST_NAME) return 'name-too-long';
  if (/[/\\:]|^[.\s]|[.\s]$/.test(name.normalize('NFKC')) || DEVICE.test(name.trim())) return 'name-reserved';
  const kind = kindOf(name);
  if (kind === null || !kinds.includes(kind)) return 'kind-not-accepted';
  return partsOf(name)
    .slice(1, -1)
    .some((part) => RISKY.has(part))
    ? 'name-double-extension'
    : null;
}

/** A name for display: nothing hidden, nothing that turns its order. Put it into a `<bdi>`. */
export function displayName(name: string): string {
  const shown = strip(name).trim();
  return shown === '' ? '…' : shown;
}

/**
 * A name to store and to download under, on any system and in any header: no separators, no quotes, no device, at most 200 bytes of UTF-8
 * with its extension kept, never empty. Giving it again changes nothing.
 */
export function safeFileName(name: string): string {
  const plain = strip(name.normalize('NFC'))
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const whole = plain === '' ? 'document' : DEVICE.test(plain) ? `_${plain}` : plain;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(whole)?.[0] ?? '';
  const stem = cut(whole.slice(0, whole.length - extension.length), MOST_SAFE - extension.length).replace(/[. ]+$/, '');
  return stem + extension;
}

const EVERY_HIDDEN = new RegExp(HIDDEN.source, 'gu');
const EVERY_STRAY = new RegExp(STRAY_JOINER.source, 'gu');

/** Without what is hidden. Taking one character out can lay another bare, so until nothing is left; each round shortens the text. */
function strip(name: string): string {
  const less = name.replace(EVERY_HIDDEN, '').replace(EVERY_STRAY, '');
  return less === name ? less : strip(less);
}

/** Without building the bytes: one character takes one to four. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) length += bytesOfCharacter(character);
  return length;
}

function bytesOfCharacter(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The longest beginning of whole characters that takes no more bytes. */
function cut(text: string, most: number): string {
  let [length, end] = [0, 0];
  for (const character of text) {
    length += bytesOfCharacter(character);
    if (length > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}

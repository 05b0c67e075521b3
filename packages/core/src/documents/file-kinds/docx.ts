import { insist, startsWith, type Bytes } from './bytes.ts';
import { readZip, unpack, type Entry } from './zip.ts';

/** Most bytes of a part that is read whole: types and relations. */
const MOST_RELATIONS = 1024 * 1024;
/** Where a DOCTYPE would stand. */
const HEAD = 64 * 1024;

/** What a document without macros is made of; a part of any other kind is refused. */
const PARTS = /\.(?:xml|rels|jpe?g|png|gif|bmp|tiff?|emf|wmf|wdp|svg|odttf|ttf|otf|fntdata)$/i;
const PRINTER_SETTINGS = /^word\/printerSettings\/[^/]+\.bin$/i;
const ACTIVE_PARTS = /vba|activex|macro|embeddings|oleobject|customui|attachedtoolbars|afchunk/i;
const ACTIVE_TYPES = /macroenabled|vbaproject|vbadata|activex|oleobject|ms-office\.webextension|ms-word\.attachedtoolbars/i;
const MAIN_TYPE = /["']application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml["']/;
const RELATION = /<(?:\w+:)?Relationship\s((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Links that a reader follows by a click, and only then. */
const HYPERLINK = /\/hyperlink$/;
const LINK_TARGET = /^(?:https?:\/\/|mailto:|tel:|#)/i;
/** Parts that bring in other files when the document opens. */
const BRINGS_IN = /\/(?:attachedTemplate|oleObject|package|control|vbaProject|subDocument|frame|aFChunk)$/i;

/** Encrypted documents and the Word of before 2007 come in this container. */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * DOCX: a ZIP that is whole and unpacks to what it says, made of known parts, with the main part of a document; no macros, controls,
 * embedded objects, document types, or relations that fetch something when it is opened.
 */
export async function checkDocx(bytes: Bytes): Promise<void> {
  insist(!startsWith(await bytes.at(0, 8), COMPOUND_FILE), 'encrypted');
  const entries = await readZip(bytes);
  for (const { name } of entries) {
    insist(!ACTIVE_PARTS.test(name) && (name.endsWith('/') || PARTS.test(name) || PRINTER_SETTINGS.test(name)), 'active-content');
  }
  const types = await text(bytes, entries, '[Content_Types].xml');
  insist(!ACTIVE_TYPES.test(types), 'active-content');
  insist(MAIN_TYPE.test(types), 'kind-mismatch');
  insist(relations(await text(bytes, entries, '_rels/.rels')).some(({ type }) => /\/officeDocument$/.test(type)));

  for (const entry of entries) {
    if (/\.rels$/i.test(entry.name)) checkRelations(await text(bytes, entries, entry.name));
    else {
      const head = await unpack(bytes, entry, HEAD);
      if (/\.(?:xml|svg)$/i.test(entry.name)) plain(head);
    }
  }
}

/** The text of a part; XML in UTF-8 without a document type. */
async function text(bytes: Bytes, entries: readonly Entry[], name: string): Promise<string> {
  const entry = entries.find((one) => one.name === name);
  insist(entry !== undefined);
  insist(entry.size <= MOST_RELATIONS, 'too-complex');
  return plain(await unpack(bytes, entry, MOST_RELATIONS));
}

/** Refuses an encoding that hides text from us, and entities that unfold. */
function plain(bytes: Uint8Array): string {
  let found = '';
  for (let from = 0; from < bytes.length; from += 8192) found += String.fromCharCode(...bytes.subarray(from, from + 8192));
  insist(!found.includes('\0') && !/^[^>]*encoding\s*=\s*["'](?!utf-8["']|us-ascii["'])/i.test(found.slice(0, 200)));
  insist(!/<!(?:doctype|entity)/i.test(found), 'active-content');
  return found;
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

function relations(xml: string): readonly Relation[] {
  return [...xml.matchAll(RELATION)].map(([, inside = '']) => {
    const of = new Map([...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]));
    return { type: of.get('Type') ?? '', target: of.get('Target') ?? '', isExternal: (of.get('TargetMode') ?? '').trim() === 'External' };
  });
}

function checkRelations(xml: string): void {
  for (const { type, target, isExternal } of relations(xml)) {
    insist(!BRINGS_IN.test(type), 'active-content');
    insist(isExternal ? HYPERLINK.test(type) && LINK_TARGET.test(target) : !/^[a-z][\w+.-]*:|^[\\/]{2}/i.test(target), 'active-content');
  }
}

/** Character references of an attribute: `Extern&#97;l` is read as a parser reads it. */
const unescaped = (value: string): string =>
  value
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(0x10ffff, parseInt(digits, hex ? 16 : 10) || 0)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!);

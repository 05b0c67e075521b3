import { crc32, deflateRawSync } from 'node:zlib';
import { join, u16, u32 } from './bytes.ts';

/** One file for an archive; what is left out is told as it is. */
export interface Packed {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly isStored?: boolean;
  /** Raw deflate data in place of ours. */
  readonly raw?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  /** Told size, unpacked. */
  readonly size?: number;
  readonly mode?: number;
  /** The place that the directory tells in place of the true one. */
  readonly local?: number;
  readonly localName?: string;
}

/** How an archive is put together. */
export interface ZipOptions {
  readonly before?: string | Uint8Array;
  readonly comment?: string;
  readonly count?: number;
  /** Bytes between the last file and the directory. */
  readonly gap?: Uint8Array;
}

/** A ZIP. */
export function zip(files: readonly Packed[], { before = '', comment = '', count, gap = new Uint8Array(0) }: ZipOptions = {}): Uint8Array {
  const locals: Uint8Array[] = [];
  const rows: Uint8Array[] = [];
  let at = 0;
  for (const {
    name,
    data,
    isStored = false,
    raw,
    flags = 0,
    method = isStored ? 0 : 8,
    size,
    mode = 0,
    local,
    localName = name,
  } of files) {
    const plain = join(data);
    const body = raw ?? (isStored ? plain : deflateRawSync(plain));
    const sums = [...u32(crc32(plain)), ...u32(body.length), ...u32(size ?? plain.length)];
    const head = [...u16(20), ...u16(flags), ...u16(method), 0, 0, 0x21, 0x5b, ...sums];
    locals.push(join('PK\x03\x04', head, u16(localName.length), u16(0), localName, body));
    rows.push(
      join('PK\x01\x02', u16(20), head, u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(mode * 65_536), u32(local ?? at), name),
    );
    at += locals.at(-1)!.length;
  }
  const table = join(...rows);
  const n = count ?? files.length;
  const end = join('PK\x05\x06', u16(0), u16(0), u16(n), u16(n), u32(table.length), u32(at + gap.length), u16(comment.length), comment);
  return join(before, ...locals, gap, table, end);
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The relation part of some relations: kind, target, and whether it lies outside. */
export const relations = (...all: readonly (readonly [kind: string, target: string, isExternal?: boolean])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships ${RELATIONS}>${all
    .map(
      ([kind, target, isExternal], n) =>
        `<Relationship Id="r${n}" Type="${OFFICE}/${kind}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** What a document may have otherwise. */
export interface DocxParts {
  readonly types?: string;
  readonly main?: string;
  readonly mainType?: string;
  readonly rels?: string;
  readonly more?: readonly Packed[];
}

/** The files of a small document. */
export const docxFiles = ({
  types = '',
  main,
  mainType = MAIN,
  rels = relations(['styles', 'styles.xml']),
  more = [],
}: DocxParts = {}): Packed[] => [
  {
    name: '[Content_Types].xml',
    data: `<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/word/document.xml" ContentType="${mainType}"/>${types}</Types>`,
  },
  { name: '_rels/.rels', data: relations(['officeDocument', 'word/document.xml']) },
  { name: 'word/document.xml', data: main ?? '<?xml version="1.0" encoding="UTF-8"?><w:document><w:body/></w:document>' },
  { name: 'word/styles.xml', data: '<?xml version="1.0"?><w:styles/>' },
  { name: 'word/_rels/document.xml.rels', data: rels },
  ...more,
];

/** A whole small document. */
export const docx = (parts?: DocxParts, options?: ZipOptions): Uint8Array => zip(docxFiles(parts), options);

/** What files are, by the ends of their names: their kind, their media type, and what their content must look like. */

/** What content looks like; `content.ts` tells it by its first bytes. */
export type Look =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'riff'
  | 'bmp'
  | 'tiff'
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'rtf'
  | '7z'
  | 'gzip'
  | 'rar'
  | 'iso'
  | 'matroska'
  | 'mp3'
  | 'ogg'
  | 'text';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

type Known = readonly [type: string, look: Look];

/** What a form may ask for. */
const KINDS = {
  image: {
    png: ['image/png', 'png'],
    jpg: ['image/jpeg', 'jpeg'],
    jpeg: ['image/jpeg', 'jpeg'],
    gif: ['image/gif', 'gif'],
    webp: ['image/webp', 'riff'],
    bmp: ['image/bmp', 'bmp'],
    tif: ['image/tiff', 'tiff'],
    tiff: ['image/tiff', 'tiff'],
    heic: ['image/heic', 'iso'],
  },
  pdf: { pdf: ['application/pdf', 'pdf'] },
  document: {
    doc: ['application/msword', 'ole'],
    docx: [`${OFFICE}.wordprocessingml.document`, 'zip'],
    odt: [`${OPEN}.text`, 'zip'],
    rtf: ['application/rtf', 'rtf'],
    txt: ['text/plain', 'text'],
    md: ['text/markdown', 'text'],
    log: ['text/plain', 'text'],
  },
  sheet: {
    xls: ['application/vnd.ms-excel', 'ole'],
    xlsx: [`${OFFICE}.spreadsheetml.sheet`, 'zip'],
    ods: [`${OPEN}.spreadsheet`, 'zip'],
    csv: ['text/csv', 'text'],
  },
  slides: {
    ppt: ['application/vnd.ms-powerpoint', 'ole'],
    pptx: [`${OFFICE}.presentationml.presentation`, 'zip'],
    odp: [`${OPEN}.presentation`, 'zip'],
  },
  archive: {
    zip: ['application/zip', 'zip'],
    '7z': ['application/x-7z-compressed', '7z'],
    gz: ['application/gzip', 'gzip'],
    rar: ['application/vnd.rar', 'rar'],
  },
  media: {
    mp4: ['video/mp4', 'iso'],
    mov: ['video/quicktime', 'iso'],
    webm: ['video/webm', 'matroska'],
    mp3: ['audio/mpeg', 'mp3'],
    m4a: ['audio/mp4', 'iso'],
    wav: ['audio/wav', 'riff'],
    ogg: ['audio/ogg', 'ogg'],
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Known>>>>;

export type FileKind = keyof typeof KINDS;
export const FILE_KINDS = Object.keys(KINDS) as readonly FileKind[];

/** What runs when it is opened: nobody sends it, under whatever kind. */
const PROGRAMS = new Set([
  'exe',
  'com',
  'bat',
  'cmd',
  'msi',
  'scr',
  'pif',
  'cpl',
  'dll',
  'sys',
  'lnk',
  'hta',
  'js',
  'jse',
  'mjs',
  'vbs',
  'vbe',
  'wsf',
  'wsh',
  'ps1',
  'psm1',
  'jar',
  'app',
  'dmg',
  'pkg',
  'deb',
  'rpm',
  'apk',
  'sh',
  'bash',
  'command',
  'reg',
]);

/** `pdf` of `Offer.PDF`; empty where a name has no end. */
const endOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

interface Found {
  readonly kind: FileKind;
  readonly type: string;
  readonly look: Look;
}

const BY_END: ReadonlyMap<string, Found> = new Map(
  FILE_KINDS.flatMap((kind) =>
    Object.entries<Known>(KINDS[kind]).map(([end, [type, look]]) => [end, { kind, type, look }] as const),
  ),
);

/** What a file says it is, by its name; `null` for what is none of the kinds. */
export const byName = (name: string): Found | null => BY_END.get(endOf(name)) ?? null;

export const isProgramByName = (name: string): boolean => PROGRAMS.has(endOf(name));

/** Ends of names that some kinds have, as browsers' pickers take them. */
export const endsOf = (kinds: readonly FileKind[]): readonly string[] =>
  kinds.flatMap((kind) => Object.keys(KINDS[kind]).map((end) => `.${end}`));

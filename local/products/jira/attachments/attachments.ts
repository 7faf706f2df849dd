import { type Cause } from '../../shared/events.ts';
import { badRequest, forbidden, ProductError } from '../../shared/product-error.ts';
import { type Call } from '../../shared/router.ts';
import { type IssueRow, reload } from '../issues/row.ts';
import { tellAdded } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type AttachmentRow } from './bean.ts';

/** What an administrator sets; Jira Cloud begins with more. */
export const UPLOAD_LIMIT = 100 * 1024 * 1024;

export interface SentFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

const CRLF = '\r\n';

/** The files of a form: its parts called `file`. @throws ProductError 403 without the header against forged calls, 400 without a file. */
export function filesIn({ headers, bytes }: Call): readonly SentFile[] {
  if (headers['x-atlassian-token'] !== 'no-check') throw forbidden('XSRF check failed');
  const boundary = /^multipart\/form-data;\s*boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined || bytes === undefined) throw new ProductError(415, ['Unsupported Media Type']);
  const body = Buffer.from(bytes);
  const edge = `--${boundary}`;
  const files: SentFile[] = [];
  let at = body.indexOf(edge);
  for (;;) {
    const begin = at + edge.length + CRLF.length;
    const next = at === -1 ? -1 : body.indexOf(`${CRLF}${edge}`, begin);
    if (next === -1) break;
    const headEnd = body.indexOf(CRLF + CRLF, begin);
    const head = body.subarray(begin, headEnd).toString('utf8');
    const filename = /;\s*filename="([^"]*)"/.exec(head)?.[1];
    if (filename !== undefined && /;\s*name="file"/.test(head))
      files.push({
        filename,
        mimeType: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? 'application/octet-stream',
        bytes: body.subarray(headEnd + 2 * CRLF.length, next),
      });
    at = next + CRLF.length;
  }
  if (files.length === 0) throw badRequest('There is no part called "file".');
  if (files.some((file) => file.bytes.byteLength > UPLOAD_LIMIT))
    throw new ProductError(413, ['The file exceeds the maximum size.']);
  return files;
}

/** Attaches a file as the actor and tells so. @throws ProductError 403 without *Create attachments*. */
export function attach(
  site: Site,
  call: Pick<Call, 'actor'>,
  issue: IssueRow,
  { filename, mimeType, bytes }: SentFile,
  cause: Cause,
  internal: boolean,
): AttachmentRow {
  if (!can(site, call.actor, 'CREATE_ATTACHMENTS', issue.project_id, issue))
    throw forbidden('You do not have permission to create attachments for this issue.');
  const at = site.clock.now();
  const row = {
    issue_id: issue.id,
    filename,
    mime_type: mimeType,
    author: cause.accountId ?? null,
    created: at,
  };
  const id = site.sql.run(
    'insert into jira_attachments (issue_id, filename, mime_type, author, created, bytes, internal) values (?, ?, ?, ?, ?, ?, ?)',
    [...Object.values(row), bytes, Number(internal)],
  );
  site.sql.run('update jira_issues set updated = max(updated, ?) where id = ?', [at, issue.id]);
  tellAdded(site, reload(site, issue), { field: 'Attachment', id: String(id), text: filename }, at, cause);
  return { ...row, id, size: bytes.byteLength, internal: Number(internal) };
}

/** Attachments of work items: put there and read by the app, for somebody whose file it is (checked before). */
import { randomUUID } from 'node:crypto';
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { answerOfJira, findJira, ifFound, jsonBody, readJira } from '../client';
import { appAccountId } from '../people/app-account';

export interface NewAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** In one piece of memory: files may be a tenth of what a function has. */
function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}

/** A form of one file as it goes over the wire: then it does not matter what the platform makes of forms. */
function formOf({ name, type, bytes }: NewAttachment) {
  const edge = `pledge-${randomUUID()}`;
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name.replaceAll('"', '_')}"\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    headers: {
      Accept: 'application/json',
      'X-Atlassian-Token': 'no-check',
      'Content-Type': `multipart/form-data; boundary=${edge}`,
    },
    body: joined([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  };
}

const attachedSchema = v.pipe(v.array(v.object({ id: v.string() })), v.minLength(1));

/** Answers the id of the attachment. @throws JiraRefused, as where the app may not attach, or files are switched off. */
export async function attachFile(issueId: string, file: NewAttachment): Promise<string> {
  const [made] = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/attachments`, {
      method: 'POST',
      ...formOf(file),
    }),
    attachedSchema,
  );
  return made!.id;
}

const leftSchema = v.object({
  temporaryAttachments: v.pipe(v.array(v.object({ temporaryAttachmentId: v.string() })), v.minLength(1)),
});
const publicSchema = v.object({
  attachments: v.object({
    values: v.pipe(v.array(v.object({ _links: v.object({ jiraRest: v.string() }) })), v.minLength(1)),
  }),
});

/**
 * The same where Service Management shows it to customers, with a sentence of its own; `null` where the work item is no request of
 * a service desk, as without a request type.
 */
export async function attachPublicly(
  { projectId, issueId }: { readonly projectId: string; readonly issueId: string },
  file: NewAttachment,
  comment: string,
): Promise<string | null> {
  const left = await findJira(
    api.asApp().requestJira(route`/rest/servicedeskapi/servicedesk/${projectId}/attachTemporaryFile`, {
      method: 'POST',
      ...formOf(file),
    }),
    leftSchema,
  );
  if (left === null) return null;
  const temporaryAttachmentIds = left.temporaryAttachments.map((each) => each.temporaryAttachmentId);
  const made = await findJira(
    api.asApp().requestJira(route`/rest/servicedeskapi/request/${issueId}/attachment`, {
      method: 'POST',
      ...jsonBody({ temporaryAttachmentIds, public: true, additionalComment: { body: comment } }),
    }),
    publicSchema,
  );
  return made === null ? null : (/\d+$/.exec(made.attachments.values[0]!._links.jiraRest)?.[0] ?? null);
}

const attachmentsSchema = v.object({
  fields: v.object({
    attachment: v.optional(
      v.array(
        v.object({
          id: v.string(),
          filename: v.string(),
          size: v.number(),
          created: v.string(),
          author: v.optional(v.nullable(v.object({ accountId: v.optional(v.string()) }))),
        }),
      ),
      [],
    ),
  }),
});

/** Jira's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;

/** The attachments that the app has made since an instant (ms): what others attached under the same name proves nothing. */
export async function attachedByApp(issueId: string, since: number) {
  const [{ fields }, app] = await Promise.all([
    readJira(
      api.asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=attachment`),
      attachmentsSchema,
    ),
    appAccountId(),
  ]);
  return fields.attachment
    .filter(
      ({ author, created }) => author?.accountId === app && Date.parse(created) >= since - CLOCK_SKEW_MS,
    )
    .map(({ id, filename, size }) => ({ id, name: filename, size }));
}

/** What an attachment holds; `null` when it is gone. */
export async function attachmentBytes(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await ifFound(
    answerOfJira(api.asApp().requestJira(route`/rest/api/3/attachment/content/${id}?redirect=false`)),
  );
  return answer && new Uint8Array(await answer.arrayBuffer());
}

const settingsSchema = v.object({
  enabled: v.optional(v.boolean(), true),
  uploadLimit: v.optional(v.number(), Infinity),
});

/** The most bytes that this site takes as an attachment; 0 where it takes none. */
export async function attachmentLimit(): Promise<number> {
  const { enabled, uploadLimit } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/attachment/meta`),
    settingsSchema,
  );
  return enabled ? uploadLimit : 0;
}

const spaceSchema = v.object({
  fields: v.object({ project: v.object({ id: v.string(), projectTypeKey: v.optional(v.string()) }) }),
});

/** The space of a work item where it is one of Service Management; `null` for all others. */
export async function deskOf(issueId: string): Promise<string | null> {
  const { fields } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=project`),
    spaceSchema,
  );
  return fields.project.projectTypeKey === 'service_desk' ? fields.project.id : null;
}

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { docOf } from '../../shared/adf.ts';
import { bodyOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, created, route, type Route } from '../../shared/router.ts';
import { attach, filesIn, type SentFile } from '../attachments/attachments.ts';
import { addComment } from '../comments/add.ts';
import { customFields } from '../fields/definitions.ts';
import { customValues, issueIn } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Project } from '../catalog/catalog.ts';
import { page, stamped } from './bean.ts';

const attachmentSchema = v.strictObject({
  temporaryAttachmentIds: v.array(v.string()),
  public: v.boolean(),
  additionalComment: v.optional(v.strictObject({ body: v.string() })),
});

/** Files of requests: first left with the desk, then attached, where customers see them or not. */
export function deskAttachmentRoutes(site: Site, deskOf: (call: Call) => Project): Route[] {
  const left = new Map<string, SentFile>();
  return [
    route('POST', '/rest/servicedeskapi/servicedesk/{serviceDeskId}/attachTemporaryFile', (call) => {
      const { id } = deskOf(call);
      if (!can(site, call.actor, 'CREATE_ATTACHMENTS', id)) throw forbidden('You may not attach files here.');
      const temporaryAttachments = filesIn(call).map((file) => {
        const temporaryAttachmentId = `temp${randomUUID()}`;
        left.set(temporaryAttachmentId, file);
        return { temporaryAttachmentId, fileName: file.filename };
      });
      return created({ temporaryAttachments });
    }),
    route('POST', '/rest/servicedeskapi/request/{issueIdOrKey}/attachment', (call) => {
      const issue = issueIn(site, call);
      const types = customFields(site).filter(({ kind }) => kind === 'requesttype');
      // Without a request type it is in no customer's portal, and no request.
      if (!types.some(({ id }) => typeof customValues(issue)[id] === 'string'))
        throw notFound('The request was not found.');
      const wanted = bodyOf(call, attachmentSchema);
      const files = wanted.temporaryAttachmentIds.map(
        (id) => left.get(id) ?? badRequestOf(`There is no temporary file ${id}.`),
      );
      const cause = causeOf(call);
      const rows = files.map((file) => attach(site, call, issue, file, cause, !wanted.public));
      for (const id of wanted.temporaryAttachmentIds) left.delete(id);
      const text = [wanted.additionalComment?.body ?? '', ...files.map(({ filename }) => `[^${filename}]`)];
      const body = docOf(text.join(' ').trim());
      const properties = wanted.public ? [] : [{ key: 'sd.public.comment', value: { internal: true } }];
      const comment = addComment(site, call.actor, issue, { body, visibility: undefined, properties }, cause);
      const values = rows.map((row) => ({
        filename: row.filename,
        created: stamped(row.created),
        size: row.size,
        mimeType: row.mime_type,
        _links: {
          jiraRest: `${site.baseUrl}/rest/api/2/attachment/${row.id}`,
          content: `${site.baseUrl}/secure/attachment/${row.id}/${encodeURIComponent(row.filename)}`,
        },
      }));
      const told = { id: String(comment.id), public: wanted.public, created: stamped(comment.created) };
      const attachments = page(site, call, `request/${call.params['issueIdOrKey']}/attachment`, values);
      return created({ comment: told, attachments });
    }),
  ];
}

const badRequestOf = (words: string): never => {
  throw badRequest(words);
};

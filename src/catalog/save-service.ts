import { auditWrite } from '../platform/storage/audit';
import { conflict } from '../kernel/errors';
import { diffDocuments } from '../kernel/diff';
import type { Service } from './domain/model';
import type { Editor } from './save-item';
import { changeCatalog, services } from './store';

/**
 * Creates (rev 0) or changes a service; item pages show the new text at once.
 * @throws AppFailure CONFLICT when it was changed since it was read.
 */
export async function saveService(service: Service, editor: Editor): Promise<Service> {
  return changeCatalog(async ({ catalogs, categories, services: all }) => {
    const before = await services.get(service.id);
    if ((before?.rev ?? 0) !== service.rev) throw conflict('service');
    const after: Service = { ...service, rev: service.rev + 1 };
    const audit = auditWrite({
      at: new Date(editor.now).toISOString(),
      by: editor.accountId,
      action: before ? 'catalog.service.saved' : 'catalog.service.created',
      subject: `service:${service.id}`,
      subjectName: service.name,
      changes: diffDocuments({ ...before, rev: 0 }, { ...after, rev: 0 }),
    });
    const others = all.filter((other) => other.id !== service.id);
    const sorted = [...others, after].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return {
      structure: { catalogs, categories, services: sorted },
      writes: [services.write(service.id, after, { rev: service.rev }), audit],
      result: after,
    };
  });
}

import type { DraftNote } from '../../../../src/sla/definitions/domain/other-tools/model';
import { writeLength } from '../../../../src/sla/definitions/domain/testcases/length';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';

/** What was lost or assumed, and where to mend it. */
export function noteText({ code, params }: DraftNote, catalog: FieldCatalog): string {
  const { field = '', targets = '' } = params;
  return t(`settings.foreign.note.${code}`, {
    ...params,
    field: catalog.fieldName(field),
    targets: targets
      .split(' ')
      .map((ms) => writeLength(Number(ms)))
      .join(', '),
  });
}

/** Saving and deleting an agreement. */
import { notFound } from '../../kernel/errors';
import { textParam } from '../../kernel/finding';
import { parseAgreement } from './domain';
import type { Agreement, SlaDefinitions } from '../engine/model';
import { changeAndRecompute } from './change-and-recompute';
import type { Changed, Editor, MemberSave } from './change-definitions';
import { inUse, parsed, type Use, withMember, withoutMember } from './members';

/** @throws INVALID_DEFINITION */
export function agreementSave(input: unknown): MemberSave {
  const agreement: Agreement = parsed(parseAgreement, input);
  return {
    action: 'sla.agreement.saved',
    subject: `agreement:${agreement.id}`,
    subjectName: { en: agreement.name },
    apply: (current) => ({ ...current, agreements: withMember(current.agreements, agreement) }),
  };
}

/** @throws INVALID_DEFINITION naming the metrics and agreements that hang on it; NOT_FOUND, CONFLICT */
export function deleteAgreement(version: number, agreementId: string, editor: Editor): Promise<Changed> {
  return changeAndRecompute(
    {
      version,
      action: 'sla.agreement.deleted',
      subject: `agreement:${agreementId}`,
      subjectName: { en: agreementId },
      apply: (current) => {
        if (!current.agreements.some(({ id }) => id === agreementId)) throw notFound('The agreement');
        const uses = usesOf(current, agreementId);
        if (uses.length > 0) throw inUse('AGREEMENT_IN_USE', uses);
        return { ...current, agreements: withoutMember(current.agreements, agreementId) };
      },
    },
    editor,
  );
}

const usesOf = ({ metrics, agreements }: SlaDefinitions, agreementId: string): readonly Use[] => [
  ...metrics
    .filter((metric) => metric.agreementId === agreementId)
    .map(({ id, name }) => ({ whose: `metric:${id}`, at: 'agreementId', name: textParam(name) })),
  ...agreements
    .filter(({ parentId }) => parentId === agreementId)
    .map(({ id, name }) => ({ whose: `agreement:${id}`, at: 'parentId', name })),
];

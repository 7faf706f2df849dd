import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';
import { LazyDraftList } from './lazy';
import type { ItemDrafts } from './use-item-drafts';

interface Props {
  readonly drafts: ItemDrafts;
  /** The one that the form goes on with. */
  readonly shown: string;
}

/** The drafts of an item beside the one whose form is open. */
export function OtherDrafts({ drafts: { drafts, onChange }, shown }: Props) {
  const others = drafts.filter(({ clientToken }) => clientToken !== shown);
  if (others.length === 0) return null;
  return (
    <section aria-label={t('portal.draft.others')} className={forms.card}>
      <h2 className={forms.label}>{t('portal.draft.others')}</h2>
      <LazyDraftList drafts={others} among={drafts} nameOf={() => ''} onChange={onChange} />
    </section>
  );
}

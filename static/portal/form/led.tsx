import SectionMessage from '@atlaskit/section-message';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { hasPart } from '../../../src/catalog/domain/kinds';
import { localized, t } from '../../shared/i18n';
import { LeadTo } from '../item/lead-to';
import { carryTo } from './carried-answers';
import type { RequestFormState } from './use-request-form';

interface Props {
  readonly lead: NonNullable<RequestFormState['lead']>;
  readonly page: ItemPage;
  readonly form: Pick<RequestFormState, 'begun'>;
}

/** In the place of sending: what these answers lead to. Another item is opened with the answers that it asks for too. */
export function Led({ lead, page, form }: Props) {
  const { content } = page.item;
  return (
    <div role="status">
      <SectionMessage title={t(hasPart(content, 'leads') ? 'portal.lead.answer' : 'portal.lead.title')}>
        {lead.text.en !== '' && <p>{localized(lead.text)}</p>}
        {lead.to && (
          <LeadTo
            to={lead.to}
            page={page}
            onLeave={(itemId) => {
              // The draft stays with the form it was begun with.
              const { clientToken: _, saved: _saved, ...begun } = form.begun();
              carryTo(itemId, { ...begun, from: content.name });
            }}
          />
        )}
      </SectionMessage>
    </div>
  );
}

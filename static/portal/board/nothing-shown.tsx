import Button from '@atlaskit/button/default/button';
import { EmptyView } from '../../shared/empty-view';
import { t } from '../../shared/i18n';
import type { Filter } from './model/filter';

interface Props {
  readonly filter: Filter;
  readonly onChange: (wish: Partial<Filter>) => void;
}

/** Nothing at risk, or nothing that the filters let through. */
export function NothingShown({ filter, onChange }: Props) {
  const { card, metricId, spaceId, team } = filter;
  if (card === null && metricId === null && spaceId === null && team === null) {
    return <EmptyView title={t('portal.board.none')}>{t('portal.board.noneHint')}</EmptyView>;
  }
  return (
    <EmptyView
      title={t('portal.board.noMatch')}
      action={
        !filter.wallboard && (
          <Button onClick={() => onChange({ card: null, metricId: null, spaceId: null, team: null })}>
            {t('portal.board.clear')}
          </Button>
        )
      }
    />
  );
}

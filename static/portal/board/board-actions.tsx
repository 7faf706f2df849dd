import Button from '@atlaskit/button/default/button';
import { t } from '../../shared/i18n';
import type { Clock } from './model/clock';
import type { Filter } from './model/filter';

interface Props {
  readonly clocks: readonly Clock[];
  readonly now: number;
  readonly onChange: (wish: Partial<Filter>) => void;
}

/** What can be done with the board as it is shown. */
export function BoardActions({ clocks, now, onChange }: Props) {
  const save = async (): Promise<void> => {
    const { saveBoard } = await import('./export/save-board');
    saveBoard(clocks, now);
  };
  return (
    <>
      <Button isDisabled={clocks.length === 0} onClick={() => void save()}>
        {t('portal.board.export')}
      </Button>
      <Button onClick={() => onChange({ wallboard: true })}>{t('portal.board.wallboard')}</Button>
    </>
  );
}

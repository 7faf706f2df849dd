import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { useFollow } from './use-follow';

interface Props {
  readonly announcementId: string;
  /** At least so many reported or follow it; left out where that is not told. */
  readonly reported?: number | undefined;
}

/** Tells the viewer of a known problem when it is solved, in the place of one more request about it. */
export function FollowButton({ announcementId, reported }: Props) {
  const follow = useFollow(announcementId);
  const [failure, setFailure] = useState('');
  if (follow === null) return null;
  const { isOn, toggle } = follow;
  const turn = (): void => {
    setFailure('');
    toggle().catch((error: unknown) => setFailure(errorText(error)));
  };
  return (
    <>
      {reported !== undefined && <p>{t('portal.follow.many', { count: reported })}</p>}
      <p>{isOn ? t('portal.follow.on') : t('portal.follow.instead')}</p>
      <Button onClick={turn}>{t(isOn ? 'portal.follow.stop' : 'portal.follow.start')}</Button>
      {failure !== '' && <p role="alert">{failure}</p>}
      <LiveRegion text={isOn ? t('portal.follow.on') : ''} />
    </>
  );
}

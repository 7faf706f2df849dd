import { call } from '../../shared/api';
import { useHome } from '../home-data';

/** Whether the viewer is told when a known problem is solved, and what turns it over; `null` while the home is not there. */
export function useFollow(announcementId: string) {
  const { loaded, replace } = useHome();
  if (loaded.state !== 'ready') return null;
  const home = loaded.value;
  const isOn = home.following.includes(announcementId);
  return {
    isOn,
    toggle: async (): Promise<void> => {
      const { following } = await call('portal.follow', { announcementId, isOn: !isOn });
      replace({ ...home, following });
    },
  };
}

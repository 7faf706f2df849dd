import { call } from '../../shared/api';
import { forWhom } from '../for-whom/for-whom';
import { inTurn } from '../in-turn';
import { useHome } from '../home-data';

/** Whether the viewer is told when a known problem is solved, and what turns it over; `null` while the home is not there. */
export function useFollow(announcementId: string) {
  const { loaded, update } = useHome();
  if (loaded.state !== 'ready' || forWhom() !== null) return null;
  const isOn = loaded.value.following.includes(announcementId);
  return {
    isOn,
    toggle: async (): Promise<void> => {
      const { following } = await inTurn(() => call('portal.follow', { announcementId, isOn: !isOn }));
      update((home) => ({ ...home, following }));
    },
  };
}

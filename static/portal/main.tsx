import { mountSurface } from '../shared/mount';
import { beginHome } from './home-data';
import { Portal } from './portal';
import { portalTexts } from './texts';

void mountSurface({
  title: 'portal.title',
  texts: [portalTexts],
  begin: beginHome,
  render: () => <Portal />,
});

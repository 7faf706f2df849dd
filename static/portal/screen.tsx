import { mountSurface } from '../shared/mount';
import { Portal } from './portal';
import { portalTexts } from './texts';

void mountSurface({ title: 'portal.title', texts: [portalTexts], render: () => <Portal /> });

import { mountSurface } from '../shared/mount';
import { issueHere } from './data/issue';
import { SlaPanel } from './sla-panel';
import { slaTexts } from './texts';

void mountSurface({ title: 'sla.title', texts: [slaTexts], render: () => <SlaPanel issue={issueHere()} /> });

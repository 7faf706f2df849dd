import { mountSurface } from '../shared/mount';
import { issueHere } from './data/issue';
import { KnowledgePanel } from './knowledge-panel';
import { knowledgeTexts } from './texts';

void mountSurface({
  title: 'knowledge.title',
  texts: [knowledgeTexts],
  render: () => <KnowledgePanel issue={issueHere()} />,
});

/** Words that stand in what people wrote and own, and who may be answered them. */
import { OWNERS, type Owner, type Person } from './people';
import { marker, type Scene } from './scene';

interface Secret {
  readonly word: RegExp;
  readonly what: string;
  readonly for: readonly Person[];
}

/** Who works on the confidential space, by Jira's own permissions. */
const TEAM: readonly Person[] = ['agent', 'jiraAdmin'];
/** Who edits or inspects the catalog sees every item of it there. */
const CATALOG_READERS: readonly Person[] = [
  'approver',
  'catalogManager',
  'slaManager',
  'knowledgeManager',
  'auditor',
  'pledgeAdmin',
  'jiraAdmin',
];

const ofOwner = (scene: Scene, owner: Owner): readonly Secret[] => {
  const secret = (what: string, ...others: readonly Person[]): Secret => ({
    word: new RegExp(marker(owner, what)),
    what: `the ${what} of ${owner}`,
    for: [owner, ...others],
  });
  return [
    secret('answer', ...TEAM),
    secret('comment', ...TEAM),
    secret('pause', ...TEAM),
    secret('leave', 'approver', ...TEAM),
    secret('decision', 'approver', ...TEAM),
    secret('page', 'agent'),
    secret('draft'),
    secret('vote'),
    {
      word: new RegExp(`\\b${scene.of[owner].issueKey}\\b`),
      what: `the work item of ${owner}`,
      for: [owner, ...TEAM],
    },
  ];
};

const secretsOf = (scene: Scene): readonly Secret[] => [
  ...OWNERS.flatMap((owner) => ofOwner(scene, owner)),
  { word: new RegExp(marker('nobody', 'item')), what: 'the hidden item', for: CATALOG_READERS },
  { word: new RegExp(marker('nobody', 'case')), what: 'the confidential work item', for: TEAM },
];

/** What stands in an answer although this person may not see it. */
export function leaksTo(person: Person, answer: unknown, scene: Scene): readonly string[] {
  const text = JSON.stringify(answer);
  return secretsOf(scene).flatMap(({ word, what, for: those }) =>
    !those.includes(person) && word.test(text) ? [what] : [],
  );
}

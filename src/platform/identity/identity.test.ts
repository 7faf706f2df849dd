import { type FakeForge, installFakeForge, type ProductAnswer } from '../../../test/support/fake-forge';
import { membersOfGroup } from '../jira/people/group-members';
import { rightsOnIssue } from '../jira/issues/issue-access';
import { groupsOf, ownGroups } from '../jira/people/groups';
import { standingOfCaller } from './roles';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('712020:alice');
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => void jest.restoreAllMocks());

const asked = () => forge.products.map(({ as, method, path }) => `${as} ${method} ${path}`);

describe('one permission that Jira does not know yet', () => {
  const unknown: ProductAnswer = { status: 400, body: { errorMessages: ['Unrecognized permission'] } };

  it('leaves nobody without an answer: Jira admins are known, roles are none', async () => {
    forge.product = ({ body }) => {
      const { globalPermissions } = body as { globalPermissions: readonly string[] };
      return globalPermissions.length > 1 ? unknown : { status: 200, body: { globalPermissions } };
    };
    expect(await standingOfCaller()).toEqual({ jira: true, jiraAdmin: true, roles: [] });
  });

  it('leaves the right to edit, and gives nobody the rights of the app', async () => {
    forge.product = ({ path }) =>
      decodeURIComponent(path).includes('ari:')
        ? unknown
        : { status: 200, body: { permissions: { EDIT_ISSUES: { havePermission: true } } } };
    expect(await rightsOnIssue('1')).toEqual({ edit: true, pause: false, extend: false });
  });
});

describe('a site that does not let the app browse people', () => {
  const refused: ProductAnswer = { status: 403, body: { errorMessages: ['Not allowed'] } };
  const groups = { items: [{ name: 'staff', groupId: 'g-1' }] };

  it("still tells people's own groups, read as them", async () => {
    forge.product = ({ as }) => (as === 'user' ? { status: 200, body: { groups } } : refused);
    expect(await ownGroups('712020:alice')).toEqual(['staff', 'g-1']);
    expect(asked()).toEqual(['user GET /rest/api/3/myself?expand=groups']);
  });

  it('says of those whom Jira does not let in that their groups are not known', async () => {
    forge.product = () => refused;
    expect(await ownGroups('712020:olga')).toBeNull();
    expect(asked().at(-1)).toBe('app GET /rest/api/3/user/groups?accountId=712020%3Aolga');
  });

  it('says so where the groups of others decide, and finds no members to tell', async () => {
    forge.product = () => refused;
    await expect(groupsOf('712020:boris')).rejects.toMatchObject({ status: 403 });
    expect(await membersOfGroup('g-1')).toEqual([]);
  });
});

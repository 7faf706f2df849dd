import { renderHook, waitFor } from '@testing-library/react';
import { answer, answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { useCreateScreen } from './use-create-screen';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const PLACE = { projectId: '10007', issueTypeId: '10002' };

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/issue/createmeta/10007/issuetypes/10002', {
    fields: [
      {
        fieldId: 'customfield_10010',
        name: 'Request Type',
        schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
      },
    ],
  });
  answerProduct('/rest/servicedeskapi/servicedesk/10007/requesttype', {
    values: [
      { id: '21', name: 'Get IT help', issueTypeId: '10002' },
      { id: '30', name: 'Report a fault', issueTypeId: '10003' },
    ],
  });
});

it('lists the request types of the work type, and the security levels that the app may give', async () => {
  answer('catalog.securityLevels', () => ({ levels: [{ id: '10011', name: 'Confidential' }] }));
  const { result } = renderHook(() => useCreateScreen(PLACE));
  await waitFor(() =>
    expect(result.current).toMatchObject([
      { id: 'customfield_10010', values: [{ value: '21', label: 'Get IT help' }] },
      { id: 'security', name: 'Security level', values: [{ value: '10011', label: 'Confidential' }] },
    ]),
  );
});

it('offers no security level where the app may give none', async () => {
  answer('catalog.securityLevels', () => ({ levels: [] }));
  const { result } = renderHook(() => useCreateScreen(PLACE));
  await waitFor(() => expect(result.current.map(({ id }) => id)).toEqual(['customfield_10010']));
});

import { pageIdOf } from './page-id';

describe('the page behind what somebody pasted', () => {
  it.each([
    ['https://example.atlassian.net/wiki/spaces/IT/pages/12345/Our+SLA', '12345'],
    ['https://example.atlassian.net/wiki/spaces/IT/pages/edit-v2/12345', '12345'],
    ['https://example.atlassian.net/wiki/pages/viewpage.action?pageId=678', '678'],
    [' 42 ', '42'],
    ['no page', 'no page'],
  ])('%s is %s', (input, id) => expect(pageIdOf(input)).toBe(id));
});

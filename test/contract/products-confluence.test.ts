import { describe, expect, it } from '@jest/globals';
import { type Actor, type ProductResponse } from '../../local/kernel/types.ts';
import { haveDocuments, loadContract, OPENAPI_DIR } from '../../local/products/testing/conformance.ts';
import { ANN, APP, openWikiFor } from '../../local/products/confluence/testing/wiki.ts';

if (!haveDocuments())
  console.warn(
    `Skipped: the answers of the local Confluence are not checked, as there are no OpenAPI documents in ${OPENAPI_DIR} (set OPENAPI_DIR to point to them).`,
  );
const documented = haveDocuments() ? describe : describe.skip;

type Step = readonly [actor: Actor, method: string, path: string, body?: unknown];

/** Ids are given in order: home 131073, VPN 131074, …; space KB 65537. */
const VPN = '131074';
const ABOUT_ANN = { subject: { type: 'user', identifier: 'ann' }, operation: 'read' };
const STEPS: readonly Step[] = [
  [ANN, 'GET', 'api/v2/spaces?limit=1'],
  [ANN, 'GET', 'api/v2/spaces/65537'],
  [ANN, 'GET', 'api/v2/pages?space-id=65537&status=current'],
  [
    ANN,
    'POST',
    'api/v2/pages',
    {
      spaceId: '65537',
      status: 'current',
      title: 'New',
      parentId: VPN,
      body: { representation: 'storage', value: '<p>x</p>' },
    },
  ],
  [
    ANN,
    'PUT',
    'api/v2/pages/131079',
    {
      id: '131079',
      status: 'current',
      title: 'New',
      body: { representation: 'storage', value: '<p>y</p>' },
      version: { number: 2, message: 'm' },
    },
  ],
  [
    ANN,
    'PUT',
    'api/v2/pages/131079',
    {
      id: '131079',
      status: 'current',
      title: 'New',
      body: { representation: 'storage', value: '<p>y</p>' },
      version: { number: 2 },
    },
  ],
  [ANN, 'GET', 'api/v2/pages/131079?body-format=view'],
  [ANN, 'POST', `api/v2/pages/${VPN}/properties`, { key: 'pledge', value: { a: 1 } }],
  [ANN, 'GET', `api/v2/pages/${VPN}/properties?key=pledge`],
  [ANN, 'PUT', `api/v2/pages/${VPN}/properties/262145`, { key: 'pledge', value: 2, version: { number: 2 } }],
  [ANN, 'DELETE', `api/v2/pages/${VPN}/properties/262145`],
  [ANN, 'GET', `api/v2/pages/${VPN}/labels?prefix=global`],
  [ANN, 'POST', `rest/api/content/${VPN}/permission/check`, ABOUT_ANN],
  [APP, 'POST', `rest/api/content/${VPN}/permission/check`, ABOUT_ANN],
  [ANN, 'GET', 'rest/api/search?cql=text~vpn&limit=1&excerpt=highlight'],
  [ANN, 'GET', 'api/v2/pages/999'],
  [ANN, 'GET', 'rest/api/search?cql=colour%3Dred'],
];

interface Done {
  readonly step: Step;
  readonly request: { readonly method: string; readonly path: string; readonly body?: string };
  readonly response: ProductResponse;
  readonly operation: string;
}

async function walk(): Promise<Done[]> {
  const { wiki } = openWikiFor();
  const done: Done[] = [];
  for (const step of STEPS) {
    const [actor, method, path, body] = step;
    const request = {
      method,
      path: `/wiki/${path}`,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await wiki.handle({ ...request, actor, headers: {} });
    const { pathname } = new URL(request.path, 'http://site.invalid');
    const fitting = wiki.routes.filter(
      (one) =>
        one.method === method &&
        new RegExp(`^${one.template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
    );
    const nearest = fitting.sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
    done.push({ step, request, response, operation: `${method} ${nearest?.template ?? ''}` });
  }
  return done;
}

describe('the walk through the local Confluence', () => {
  it('visits every operation, and fails only where it means to', async () => {
    const steps = await walk();
    const visited = new Set(steps.map((one) => one.operation));
    expect(
      openWikiFor()
        .wiki.routes.map((one) => `${one.method} ${one.template}`)
        .filter((name) => !visited.has(name)),
    ).toEqual([]);
    const failed = steps
      .filter((one) => one.response.status >= 400)
      .map((one) => `${one.step[1]} ${one.step[2]} ${one.response.status}`);
    expect(failed).toEqual([
      'PUT api/v2/pages/131079 409',
      `POST rest/api/content/${VPN}/permission/check 403`,
      'GET api/v2/pages/999 404',
      'GET rest/api/search?cql=colour%3Dred 400',
    ]);
  });
});

documented('the local Confluence against Atlassian’s OpenAPI documents', () => {
  it('sends and answers what the documents say', async () => {
    const first = loadContract('confluence-v1.2023-08-08.json');
    const second = loadContract('confluence-v2.2026-04-30.json', '/wiki/api/v2');
    const problems = (await walk()).flatMap(({ step, request, response }) => {
      const contract = request.path.startsWith('/wiki/api/v2') ? second : first;
      return contract.problems(request, response).map((problem) => `${step[1]} ${step[2]}: ${problem}`);
    });
    expect(problems).toEqual([]);
  });
});

/** Files of forms: whoever knows an id is let to nothing by it, and nothing passes for what it is not. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askJira } from './support/ask-jira';
import { accountOf } from './support/people';
import { codeOf, OPEN_ITEM, openScene, PROOF, type Scene, uploadAs } from './support/scene';

jest.setTimeout(60_000);

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(64)]);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)]);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 180_000);
afterAll(() => scene.close());

const upload = (person: 'requester' | 'other', name: string, content: Buffer = PNG) =>
  uploadAs(scene, person, name, content);
const objects = () => scene.site.host.objects.keys();
let n = 0;
const form = (owner: 'requester' | 'other', proof: readonly string[]) => {
  n += 1;
  return {
    clientToken: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    itemId: OPEN_ITEM,
    itemVersion: 1,
    answers: {
      topic: 'benefits',
      recipient: accountOf(owner),
      neededBy: '2027-06-15',
      location: 'berlin',
      details: 'See there, please: it is all in it.',
      [PROOF]: proof,
    },
  };
};
const textOf = (id: string, name = 'a.png', type = 'image/png') =>
  [id, PNG.byteLength, type, name].join('\u001f');
const problemsOf = async (answer: ReturnType<Scene['call']>) => {
  const { error } = (await answer) as { readonly error?: { readonly fields?: readonly { code: string }[] } };
  return error?.fields?.map(({ code }) => code);
};

describe('the file of somebody else', () => {
  it('is not found at any call, and stays', async () => {
    const id = await upload('other', 'a.png');
    for (const name of ['files.open', 'files.confirm', 'files.remove'])
      expect([name, codeOf(await scene.call('requester', name, { id }))]).toEqual([name, 'NOT_FOUND']);
    const { requestId } = scene.of.requester;
    expect(codeOf(await scene.call('requester', 'files.open', { id, requestId }))).toBe('NOT_FOUND');
    expect(objects()).toContain(id);
  });

  it('can’t be sent', async () => {
    const id = await upload('other', 'a.png');
    const sent = scene.call('requester', 'requests.submit', form('requester', [textOf(id)]));
    expect(await problemsOf(sent)).toEqual(['fileGone']);
  });

  it('is not read from a request of theirs', async () => {
    const id = await upload('other', 'a.png');
    const wanted = form('other', [textOf(id)]);
    expect(codeOf(await scene.call('other', 'requests.submit', wanted))).toBe('ok');
    const requestId = wanted.clientToken;
    await scene.site.clock.advance(10_000);
    expect(codeOf(await scene.call('other', 'files.open', { id, requestId }))).toBe('ok');
    for (const person of ['requester', 'agent', 'jiraAdmin'] as const)
      expect(codeOf(await scene.call(person, 'files.open', { id, requestId }))).toBe('NOT_FOUND');
  });
});

describe('what a file is', () => {
  it.each([
    ['a program that is called a picture', 'holiday.png', EXE, 'fileProgram'],
    ['a script that is called a text', 'notes.txt', Buffer.from('#!/bin/sh\nrm -rf ~'), 'fileProgram'],
    ['a text that is called a document', 'offer.pdf', Buffer.from('Hello'), 'fileMismatch'],
  ])('is told by its content: %s', async (_, name, content, code) => {
    const before = objects();
    await expect(upload('requester', name, content)).rejects.toThrow(code);
    expect(objects()).toEqual(before);
  });

  it('is told by its name first: a program is not even begun', async () => {
    await expect(upload('requester', 'setup.exe', PNG)).rejects.toThrow('fileProgram');
  });

  it('is named as a file, whatever path it was given', async () => {
    const id = await upload('requester', '../../etc/\u202Egnp.passwd\u0000.png');
    const { value } = await scene.call('requester', 'files.open', { id });
    expect(value).toMatchObject({ name: 'gnp.passwd.png' });
  });

  it('is what the app knows of it: a form can’t rename it, nor make it smaller', async () => {
    const id = await upload('requester', 'a.png');
    const wanted = form('requester', [[id, 1, 'text/html', 'invoice.pdf'].join('\u001f')]);
    await scene.call('requester', 'requests.submit', wanted);
    const { value } = await scene.call('requester', 'requests.get', { requestId: wanted.clientToken });
    expect(value).toMatchObject({
      files: [{ id, name: 'a.png', size: PNG.byteLength, type: 'image/png' }],
    });
  });

  it('must have arrived as it was announced', async () => {
    const checksum = createHash('sha256').update(PNG).digest('base64');
    const wanted = { itemId: OPEN_ITEM, field: PROOF, name: 'a.png', size: PNG.byteLength, checksum };
    const { value } = await scene.call('requester', 'files.begin', wanted);
    const { id, url } = value as { readonly id: string; readonly url: string };
    const put = { path: url, method: 'PUT', headers: {} };
    expect(scene.site.host.objects.serve({ ...put, body: EXE }).status).toBe(400);
    expect(await problemsOf(scene.call('requester', 'files.confirm', { id }))).toEqual(['fileNotThere']);
    expect(codeOf(await scene.call('requester', 'files.open', { id }))).toBe('NOT_FOUND');
  });
});

it('nobody fills the store for all', async () => {
  const checksum = createHash('sha256').update(PNG).digest('base64');
  const mb = 1024 * 1024;
  const begin = (size: number) =>
    problemsOf(
      scene.call('agent', 'files.begin', { itemId: OPEN_ITEM, field: PROOF, name: 'a.png', size, checksum }),
    );
  for (let count = 0; count < 20; count += 1) expect(await begin(25 * mb)).toBeUndefined();
  expect(await begin(mb)).toEqual(['tooManyHeld']);
  expect(await begin(26 * mb)).toEqual(['fileTooLarge']);
  await scene.site.clock.advance(3_600_001);
  expect(await begin(mb)).toBeUndefined();
});

describe('nothing is left behind', () => {
  it('once a file is on its work item, where the team reads whose it is', async () => {
    const id = await upload('requester', 'a.png');
    const wanted = form('requester', [textOf(id)]);
    await scene.call('requester', 'requests.submit', wanted);
    await scene.site.clock.advance(120_000);
    expect(objects()).not.toContain(id);
    const { value } = await scene.call('requester', 'requests.get', { requestId: wanted.clientToken });
    expect(value).toMatchObject({ files: [{ name: 'a.png', state: 'added' }] });
    const { issueId } = value as { readonly issueId: string };
    const jira = async (path: string) =>
      JSON.stringify(await askJira(scene.site, accountOf('agent'), 'GET', `issue/${issueId}${path}`));
    const told = await jira('/comment');
    expect(await jira('?fields=attachment')).toContain('"filename":"a.png"');
    expect(told).toContain('a.png');
    expect(told).toMatch(/Files of [^"]+: a\.png/);
    // Read by the app for them, as a copy that goes with its address.
    const opened = await scene.call('requester', 'files.open', { id, requestId: wanted.clientToken });
    const { url } = opened.value as { readonly url: string };
    const given = scene.site.host.objects.serve({ path: url, method: 'GET', headers: {}, body: undefined });
    expect(Buffer.from(given.body as Uint8Array).toString('latin1')).toBe(PNG.toString('latin1'));
    await scene.site.clock.advance(3_600_001);
    expect(objects().filter((key) => key.includes(id))).toEqual([]);
  });

  const keeping = { by: '00000000-0000-4000-9000-000000000001', turn: 1, others: [] };

  it('when its draft is thrown away; till then the draft names it', async () => {
    const id = await upload('requester', 'kept.png');
    const proof = [textOf(id, 'kept.png')];
    const kept = { ...form('requester', proof), keeping };
    expect(codeOf(await scene.call('requester', 'requests.saveDraft', kept))).toBe('ok');
    const draftId = kept.clientToken;
    const { value } = await scene.call('requester', 'requests.draft', { draftId });
    expect(JSON.stringify(value)).toContain(JSON.stringify(proof[0]));
    expect(objects()).toContain(id);
    await scene.call('requester', 'requests.deleteDraft', { draftId });
    expect(objects()).not.toContain(id);
    expect(codeOf(await scene.call('requester', 'files.open', { id }))).toBe('NOT_FOUND');
  });
});

it('a file that Jira does not take is tried again and told, and never loses the request', async () => {
  const id = await upload('requester', 'a.png');
  const wanted = form('requester', [textOf(id)]);
  const refuse = (count: number, status: number) =>
    scene.site.host.faults.set({ next: [{ target: 'jira', status, count, path: '/attachments' }] });
  refuse(100, 503);
  expect(codeOf(await scene.call('requester', 'requests.submit', wanted))).toBe('ok');
  const state = async () => {
    const { value } = await scene.call('requester', 'requests.get', { requestId: wanted.clientToken });
    return (value as { readonly files: readonly [{ readonly state: string }] }).files[0].state;
  };
  await scene.site.clock.advance(60_000);
  expect(await state()).toBe('retrying');
  scene.site.host.faults.set({});
  await scene.site.clock.advance(3_600_000);
  expect(await state()).toBe('added');

  const second = await upload('requester', 'b.png');
  const form2 = form('requester', [textOf(second, 'b.png')]);
  refuse(100, 413);
  await scene.call('requester', 'requests.submit', form2);
  await scene.site.clock.advance(60_000);
  const { value } = await scene.call('requester', 'requests.get', { requestId: form2.clientToken });
  expect(value).toMatchObject({ files: [{ state: 'failed' }] });
  const { value: health } = await scene.call('jiraAdmin', 'settings.health');
  expect(JSON.stringify(health)).toContain('"step":"file"');
  scene.site.host.faults.set({});
});

/** A request with a work item, or one that waits for its approval. */
async function sentWith(proof: readonly string[]): Promise<string> {
  const wanted = form('requester', proof);
  expect(codeOf(await scene.call('requester', 'requests.submit', wanted))).toBe('ok');
  await scene.site.clock.advance(10_000);
  return wanted.clientToken;
}
interface Shown {
  readonly issueId: string;
  readonly files: readonly { readonly name: string; readonly state: string }[];
  readonly adding?: { readonly questions: readonly { readonly id: string }[] };
}
const shown = (requestId: string, person: 'requester' | 'other' = 'requester') =>
  scene.insist<Shown>(person, 'requests.get', { requestId });

/** The store answers nothing until what is done. */
async function whileDown<T>(done: () => Promise<T>): Promise<T> {
  scene.site.host.faults.set({ next: [{ target: 'objects', status: 503, count: 1_000 }] });
  try {
    return await done();
  } finally {
    scene.site.host.faults.set({});
  }
}

describe('files of a request that was sent', () => {
  it('are put on its work item as those of the form are, with whose they are', async () => {
    const requestId = await sentWith([]);
    const id = await upload('requester', 'later.png');
    const before = await shown(requestId);
    const added = await scene.insist<Shown>('requester', 'files.add', { requestId, files: [{ id }] });
    expect(added.files).toMatchObject([{ name: 'later.png', state: 'waiting' }]);
    await scene.site.clock.advance(120_000);
    expect((await shown(requestId)).files).toMatchObject([{ name: 'later.png', state: 'added' }]);
    const jira = async (path: string) =>
      JSON.stringify(await askJira(scene.site, accountOf('agent'), 'GET', `issue/${before.issueId}${path}`));
    expect(await jira('?fields=attachment')).toContain('"filename":"later.png"');
    expect(await jira('/comment')).toMatch(/Files of [^"]+: later\.png/);
    expect(objects()).not.toContain(id);
    // On the work item it is nobody's to remove here.
    expect(codeOf(await scene.call('requester', 'files.remove', { id }))).toBe('NOT_FOUND');
  });

  it('are added by those whose request it is: to everybody else it is not there', async () => {
    const requestId = await sentWith([]);
    for (const person of ['other', 'agent', 'jiraAdmin', 'reader'] as const) {
      const id = person === 'other' ? await upload('other', 'a.png') : randomUUID();
      const announced = { requestId, name: 'a.png', size: 1, checksum: `${'A'.repeat(43)}=` };
      expect([person, codeOf(await scene.call(person, 'files.beginAdded', announced))]).toEqual([
        person,
        'NOT_FOUND',
      ]);
      expect(codeOf(await scene.call(person, 'files.add', { requestId, files: [{ id }] }))).toBe('NOT_FOUND');
    }
    // Nor does it take what somebody else has uploaded, or what went with another request.
    const theirs = await upload('other', 'a.png');
    const sent = await upload('requester', 'b.png');
    await sentWith([textOf(sent, 'b.png')]);
    for (const id of [theirs, sent])
      expect(codeOf(await scene.call('requester', 'files.add', { requestId, files: [{ id }] }))).toBe(
        'NOT_FOUND',
      );
    expect((await shown(requestId)).files).toEqual([]);
  });

  it('are added to none that is over, or that Jira has closed to its requester', async () => {
    const requestId = await sentWith([]);
    const id = await upload('requester', 'a.png');
    const { issueId } = await shown(requestId);
    const add = async () =>
      codeOf(await scene.call('requester', 'files.add', { requestId, files: [{ id }] }));
    const edit = (reporter: 'agent' | 'requester') =>
      askJira(scene.site, accountOf('agent'), 'PUT', `issue/${issueId}`, {
        fields: { reporter: { accountId: accountOf(reporter) } },
      });
    await edit('agent');
    expect(await add()).toBe('ACCESS_WITHDRAWN');
    await edit('requester');
    await scene.insist('requester', 'requests.cancel', { requestId, reason: '' });
    expect(await add()).toBe('CONFLICT');
  });

  it('have no place at a question that was answered', async () => {
    const requestId = await sentWith([textOf(await upload('requester', 'a.png'))]);
    const wanted = { requestId, field: PROOF, name: 'a.png', size: 1, checksum: `${'A'.repeat(43)}=` };
    expect(codeOf(await scene.call('requester', 'files.beginAdded', wanted))).toBe('BAD_REQUEST');
  });

  it('are refused as those of a form are: a program is not even begun', async () => {
    const requestId = await sentWith([]);
    const wanted = { requestId, name: 'setup.exe', size: 1, checksum: `${'A'.repeat(43)}=` };
    expect(await problemsOf(scene.call('requester', 'files.beginAdded', wanted))).toEqual(['fileProgram']);
  });
});

describe('while the store does not answer', () => {
  const LATER = ['later'];
  const begin = () =>
    scene.call('requester', 'files.begin', {
      ...{ itemId: OPEN_ITEM, field: PROOF, name: 'a.png', size: PNG.byteLength },
      checksum: createHash('sha256').update(PNG).digest('base64'),
    });

  it('a form may be sent with files to follow, and only then', async () => {
    const refused = scene.call('requester', 'requests.submit', form('requester', LATER));
    expect(await problemsOf(refused)).toEqual(['filesWork']);
    const requestId = await whileDown(() => sentWith(LATER));
    const { adding, files } = await shown(requestId);
    expect([adding?.questions.map(({ id }) => id), files]).toEqual([[PROOF], []]);

    // Its place is filled on the request's page, once.
    const id = await upload('requester', 'a.png');
    await scene.insist('requester', 'files.add', { requestId, files: [{ id, field: PROOF }] });
    const after = await scene.insist<Shown & { readonly answers: readonly { value: string }[] }>(
      'requester',
      'requests.get',
      { requestId },
    );
    expect(after.adding?.questions).toEqual([]);
    expect(after.answers.map(({ value }) => value)).toContain('a.png');
  });

  it('uploads are refused as such, and leave nothing behind', async () => {
    const held = () => scene.insist('requester', 'files.open', { id: randomUUID() }).catch(() => undefined);
    expect(codeOf(await whileDown(begin))).toBe('FILES_UNAVAILABLE');
    await held();
    const begun = (await begin()).value as { readonly id: string; readonly url: string };
    const put = { path: begun.url, method: 'PUT', headers: {}, body: PNG };
    expect(scene.site.host.objects.serve(put).status).toBe(200);
    const confirm = () => scene.call('requester', 'files.confirm', { id: begun.id });
    expect(codeOf(await whileDown(confirm))).toBe('FILES_UNAVAILABLE');
    // What has arrived is not lost by it.
    expect(codeOf(await confirm())).toBe('ok');
  });

  it('a request takes its files again when it is back', async () => {
    const requestId = await sentWith([]);
    const wanted = { requestId, name: 'a.png', size: 1, checksum: `${'A'.repeat(43)}=` };
    const ask = () => scene.call('requester', 'files.beginAdded', wanted);
    expect(codeOf(await whileDown(ask))).toBe('FILES_UNAVAILABLE');
    expect(codeOf(await ask())).toBe('ok');
  });
});

it('nothing is left of what is sent to the address of a file that was removed', async () => {
  const checksum = createHash('sha256').update(PNG).digest('base64');
  const wanted = { itemId: OPEN_ITEM, field: PROOF, name: 'a.png', size: PNG.byteLength, checksum };
  const { id, url } = await scene.insist<{ readonly id: string; readonly url: string }>(
    'other',
    'files.begin',
    wanted,
  );
  await scene.insist('other', 'files.remove', { id });
  const put = { path: url, method: 'PUT', headers: {}, body: PNG };
  expect(scene.site.host.objects.serve(put).status).toBe(200);
  expect(codeOf(await scene.call('other', 'files.confirm', { id }))).toBe('NOT_FOUND');
  expect(objects()).toContain(id);
  await scene.site.clock.advance(86_400_000);
  expect(objects()).not.toContain(id);
});

it('a file stays while another draft names it', async () => {
  const id = await upload('requester', 'shared.png');
  const proof = [textOf(id, 'shared.png')];
  const keep = async () => {
    const kept = form('requester', proof);
    const keeping = { by: kept.clientToken, turn: 1, others: [] };
    await scene.insist('requester', 'requests.saveDraft', { ...kept, keeping });
    return kept.clientToken;
  };
  const [first, second] = [await keep(), await keep()];
  const remove = (draftId: string) => scene.insist('requester', 'files.remove', { id, draftId });
  expect(await remove(first)).toEqual({ removed: false });
  expect(objects()).toContain(id);
  await scene.insist('requester', 'requests.deleteDraft', { draftId: first });
  expect(await remove(second)).toEqual({ removed: true });
  expect(objects()).not.toContain(id);
});

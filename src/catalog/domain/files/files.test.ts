import fc from 'fast-check';
import { field } from '../../../../test/support/samples';
import { ANY_DATE, fileProblem, problemOfAnswer, rulesOf } from '../field-types';
import { draftAnswers } from '../answers/draft-answers';
import { contentProblem } from './content';
import { byName, endsOf, FILE_KINDS, isProgramByName } from './file-kinds';
import { cleanName } from './file-name';
import { filesIn, fileText, LATER, readFileText, UPLOADING } from './file-ref';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.codePointAt(0) ?? 0);

describe('what a file holds', () => {
  it.each([
    ['a.png', '\x89PNG\r\n\x1a\n'],
    ['a.JPG', '\xff\xd8\xff\xe0'],
    ['a.gif', 'GIF89a'],
    ['a.webp', 'RIFF\0\0\0\0WEBP'],
    ['a.pdf', '\r\n%PDF-1.7'],
    ['a.docx', 'PK\x03\x04'],
    ['a.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a.mp4', '\0\0\0\x18ftypmp42'],
    ['a.csv', 'name;number\n'],
    ['a.txt', '\xff\xfeH\0i\0'],
    ['unknown.xyz', '\0\x01\x02'],
  ])('is what its name says: %s', (name, head) => {
    expect(contentProblem(name, bytes(head))).toBeNull();
  });

  it.each([
    ['a.png', 'MZ\x90\0', 'fileProgram'],
    ['a.txt', '\x7fELF', 'fileProgram'],
    ['a', '#!/bin/sh', 'fileProgram'],
    ['unknown.xyz', 'MZ', 'fileProgram'],
    ['a.exe', '\x89PNG\r\n\x1a\n', 'fileProgram'],
    ['a.png', '<html>', 'fileMismatch'],
    ['a.pdf', 'PK\x03\x04', 'fileMismatch'],
    ['a.txt', 'a\0b', 'fileMismatch'],
  ])('is not what its name says: %s', (name, head, code) => {
    expect(contentProblem(name, bytes(head))).toBe(code);
  });

  it('never passes a program, whatever it is called', () => {
    const ends = endsOf(FILE_KINDS);
    fc.assert(
      fc.property(fc.constantFrom(...ends), fc.uint8Array({ maxLength: 64 }), (end, rest) => {
        expect(contentProblem(`a${end}`, Uint8Array.from([0x4d, 0x5a, ...rest]))).toBe('fileProgram');
      }),
    );
  });
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Anna\\Фото.png', 'Фото.png'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['a\0b\nc.txt', 'abc.txt'],
    ['.htaccess', 'htaccess'],
    ['a"b<c>.png', 'a_b_c_.png'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (given, name) => expect(cleanName(given)).toBe(name));

  it('is short, one part, without what nobody sees, and the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given);
        expect(name).not.toBe('');
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });

  it('keeps its end when it is cut', () => expect(cleanName(`${'a'.repeat(300)}.pdf`)).toMatch(/a\.pdf$/));
});

describe('an answer that names files', () => {
  const ref = { id: 'f-1', name: 'a.png', size: 10, type: 'image/png' };
  const proof = (more = {}) => field('proof', { type: 'file', ...more });
  const code = (asked: ReturnType<typeof proof>, answer: string | readonly string[]) =>
    problemOfAnswer(asked, answer, ANY_DATE)?.code ?? null;

  it('is read as it was written', () => {
    expect(readFileText(fileText(ref))).toEqual(ref);
    expect(filesIn([fileText(ref), 'rubbish', LATER])).toEqual([ref]);
    for (const text of ['', 'a', '../x\u001f1\u001f\u001fa', `${fileText(ref)}\u001fmore`])
      expect(readFileText(text)).toBeNull();
  });

  it('is taken within the limits of its question', () => {
    const pdf = fileText({ ...ref, id: 'f-2', name: 'a.pdf' });
    expect(code(proof(), [fileText(ref), pdf])).toBeNull();
    expect(code(proof({ max: 1 }), [fileText(ref), pdf])).toBe('tooManyFiles');
    expect(code(proof({ kinds: ['pdf'] }), [pdf])).toBeNull();
    expect(code(proof({ kinds: ['pdf'] }), [fileText(ref)])).toBe('fileKind');
    expect(code(proof({ maxSize: 1 }), [fileText({ ...ref, size: 2 * 1024 * 1024 })])).toBe('fileTooLarge');
    expect(code(proof(), [fileText(ref), fileText(ref)])).toBe('wrongType');
    expect(code(proof(), 'f-1')).toBe('wrongType');
    expect(fileProblem(proof(), { name: 'a.exe', size: 1 })?.code).toBe('fileProgram');
    expect(fileProblem(proof(), { name: 'a.png', size: 0 })?.code).toBe('fileEmpty');
  });

  it('waits for what is still being uploaded, and takes what follows later', () => {
    expect(code(proof(), [fileText(ref), UPLOADING])).toBe('fileUploading');
    expect(code(proof(), [LATER])).toBeNull();
  });

  it('is kept in drafts without what is still being uploaded', () => {
    expect(draftAnswers([proof()], { proof: [fileText(ref), UPLOADING] })).toEqual({
      proof: [fileText(ref)],
    });
  });

  it('is read by the names of the files', () => {
    const read = (answer: readonly string[]) => rulesOf(proof()).read?.(answer, proof(), new Map());
    expect(read([fileText(ref)])).toEqual({ en: 'a.png' });
    expect(read([LATER])).toMatchObject({ en: 'To follow' });
  });
});

it('every end of a name is of one kind, and of no program', () => {
  const ends = endsOf(FILE_KINDS);
  expect(new Set(ends).size).toBe(ends.length);
  for (const end of ends) expect([byName(`a${end}`)?.kind, isProgramByName(`a${end}`)]).not.toContain(true);
});

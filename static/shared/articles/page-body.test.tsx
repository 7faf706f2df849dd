import { answerProduct, resetBridge } from '../testing/bridge';
import { readPage } from './page-body';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../testing/bridge'));

const read = async (html: string): Promise<string> => {
  answerProduct('/wiki/api/v2/pages/7', { id: '7', title: 'Page', body: { view: { value: html } } });
  return (await readPage('7')).html;
};

beforeEach(resetBridge);

describe('the body of a page', () => {
  it('keeps text, lists, tables and links', async () => {
    const html =
      '<h2>First</h2><ul><li>one</li></ul><table><tbody><tr><td colspan="2">x</td></tr></tbody></table>';
    expect(await read(html)).toBe(html);
    expect(await read('<a href="https://example.com">More</a>')).toBe(
      '<a href="https://example.com">More</a>',
    );
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['<p onclick="alert(1)">x</p>'],
    ['<img src="https://elsewhere.example/pixel.gif">'],
    ['<iframe src="https://elsewhere.example"></iframe>'],
    ['<a href="javascript:alert(1)">x</a>'],
    ['<style>body { display: none }</style>'],
    ['<p style="position: fixed">x</p>'],
    ['<form action="https://elsewhere.example"><input name="password"></form>'],
    ['<svg><script>alert(1)</script></svg>'],
  ])('drops what could run, load or disguise: %s', async (html) => {
    expect(await read(html)).not.toMatch(/script|onclick|img|iframe|javascript|style|form|input|svg/);
  });
});

import { TestBed } from '@angular/core/testing';
import { KeptFocus } from './kept-focus.ts';

const PAGE = `
  <main tabindex="-1"><h1>Eva Lind</h1>
    <section><h2>Team</h2><p><button id="invite">Bjud in</button></p></section>
    <dialog><form><button id="send">Skicka</button></form></dialog>
  </main>`;

describe('KeptFocus', () => {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  const seen = () => Promise.resolve();

  beforeEach(() => {
    TestBed.inject(KeptFocus).start();
    document.body.innerHTML = PAGE;
  });

  it('goes to the first field of a form that came instead of its button', async () => {
    find('#invite').focus();
    find('p').innerHTML = '<form><button>Avbryt</button><textarea></textarea></form>';
    await seen();
    expect(document.activeElement).toBe(find('textarea'));
  });

  it('goes to the button that came back when the form is gone', async () => {
    find('p').innerHTML = '<textarea></textarea>';
    find('textarea').focus();
    find('p').innerHTML = '<button id="again">Bjud in</button>';
    await seen();
    expect(document.activeElement).toBe(find('#again'));
  });

  it('goes to the heading around what is gone for good', async () => {
    find('#invite').focus();
    find('p').remove();
    await seen();
    expect(document.activeElement).toBe(find('h2'));
  });

  it('goes past a dialog that has closed', async () => {
    find('#send').focus();
    find('form').remove();
    await seen();
    expect(document.activeElement).toBe(find('h1'));
  });

  it('leaves the focus alone while it is somewhere, and where a click let go of it', async () => {
    find('#invite').focus();
    find('main').focus();
    find('p').remove();
    await seen();
    expect(document.activeElement).toBe(find('main'));
    find('main').blur();
    document.dispatchEvent(new Event('pointerdown'));
    find('section').remove();
    await seen();
    expect(document.activeElement).toBe(document.body);
  });
});

// An inspector without a configured password signs in: a link in the chat, the bot's page on a phone, its code in the chat.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PersonalChat, launchBrowser, openPage } from './chats.mjs';
import { startDemo, startPlayground } from './processes.mjs';

// Where to put pictures of the page; without it none are taken.
const pictures = process.env.PICTURES;
const password = 'Inspect-2025';
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function takePicture(page, name) {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, name), fullPage: true });
  }
}

/** What the page's own policy forbade, or its markup got wrong, shows in the console. */
function watch(page) {
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

describe('Signing in without a password in the chat', () => {
  const on = {};
  before(async () => {
    const port = await freePort();
    on.address = `http://127.0.0.1:${port}/`;
    on.demo = await startDemo('--port', String(port), `--Bot:PublicAddress=${on.address}`, '--Inspectors:0:Password=');
    on.playground = await startPlayground(on.demo);
    on.browser = await launchBrowser();
  });
  after(async () => {
    await on.browser?.close();
    await on.playground?.stop();
    await on.demo?.stop();
  });

  it('opens the page from the chat, is told of a wrong password, signs in, and types the code', async () => {
    const page = await openPage(on.browser, on.playground.address);
    const chat = new PersonalChat(page);
    await chat.open();
    // The first page of a Playground is connected once the bot has welcomed it.
    await chat.seeCard('See your agents, listen in and take calls over');
    await chat.say('/signin');
    const offer = await chat.seeCard('Open the page with the button');
    await page.evaluate(() => {
      window.opened = [];
      window.open = (address) => {
        window.opened.push(String(address));
        return null;
      };
    });
    // An action that opens an address is drawn as a link.
    await offer.getByRole('link', { name: 'Open the sign-in page', exact: true }).click();
    const link = await page.waitForFunction(() => window.opened[0]).then((found) => found.jsonValue());
    assert.ok(link.startsWith(`${on.address}signin/`), link);

    for (const colorScheme of ['light', 'dark']) {
      const context = await on.browser.newContext({ ...phone, colorScheme });
      const form = await context.newPage();
      const complaints = watch(form);
      await form.goto(link);
      await form.getByRole('heading', { name: 'Sign in at the contact centre' }).waitFor();
      assert.equal(await form.getByLabel('Phone number').inputValue(), '881001');
      assert.equal(await form.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false, 'The page is wider than the phone.');
      for (const field of [form.getByLabel('Gateway password'), form.getByLabel('Phone number'), form.getByRole('button', { name: 'Sign in' })]) {
        assert.ok((await field.boundingBox()).height >= 44, 'A field is too small for a thumb.');
      }
      await takePicture(form, `signin-form-${colorScheme}.png`);
      assert.deepEqual(complaints.filter((text) => !text.includes('favicon')), []);
      await context.close();
    }

    const context = await on.browser.newContext(phone);
    const form = await context.newPage();
    await form.goto(link);
    await form.getByLabel('Gateway password').fill('not the password');
    await form.getByRole('button', { name: 'Sign in' }).click();
    const error = form.getByRole('alert');
    await error.getByText('The password is wrong').waitFor();
    assert.equal(await error.evaluate((element) => element === document.activeElement), true, 'The error has no focus.');
    assert.equal(await form.getByLabel('Gateway password').getAttribute('aria-describedby'), 'error-0');
    await takePicture(form, 'signin-error.png');

    await form.getByLabel('Gateway password').fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    const code = await form.locator('#code').innerText();
    assert.match(code, /^[2-9B-Z]{3} [2-9B-Z]{3}$/);
    await takePicture(form, 'signin-code.png');

    await chat.seeCard('Type the code here');
    await chat.say('/agents');
    await chat.seePost(/waits for the code/);
    await chat.say(code.toLowerCase());
    await chat.seeCard('✔ Signed in');

    await form.goto(link);
    await form.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await takePicture(form, 'signin-no-link.png');
    await context.close();
    assert.ok(!(await page.locator('body').innerText()).includes(password));
    await page.close();
  });
});

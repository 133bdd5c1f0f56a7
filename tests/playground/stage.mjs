// What the suites share: a stage to play on, and the acts that most of them begin or end with.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { Centre } from './centre.mjs';
import { GroupChat, PersonalChat, launchBrowser, openPage } from './chats.mjs';
import { startDemo, startPlayground } from './processes.mjs';

// Where to put pictures of the cards; without it none are taken.
const pictures = process.env.PICTURES;

/** A bot, a contact centre, a Playground and a browser for the tests of a suite. */
export function stage(...settings) {
  const on = {};
  before(async () => {
    on.demo = await startDemo(...settings);
    on.centre = new Centre(on.demo.admin);
    on.playground = await startPlayground(on.demo);
    on.browser = await launchBrowser();
  });
  beforeEach(() => on.centre.forget());
  after(async () => {
    await on.browser?.close();
    await on.playground?.stop();
    await on.demo?.stop();
  });
  on.inChat = async (Kind, act) => {
    const page = await openPage(on.browser, on.playground.address);
    try {
      const chat = new Kind(page);
      await chat.open();
      await act(chat);
    } catch (error) {
      // What the person saw is worth more than the name of what was waited for.
      error.message += `\nThe page:\n${await page.locator('body').innerText().catch(() => '(gone)')}`;
      throw error;
    } finally {
      await page.close();
    }
  };
  return on;
}

export async function signIn(chat) {
  await chat.say('/signin');
  await chat.seeCard('✔ Signed in');
}

export async function signOut(chat) {
  await chat.say('/signout');
  await chat.seeCard('You are signed out');
}

/** From the command to the confirmation, by choosing the agent and one of two calls. */
export async function chooseCall(chat, workNo, callId) {
  await chat.say('/intercept');
  const dialog = await chat.seeCard('Whose call do you want to take over?');
  await chat.pressInRow(dialog, `Work number ${workNo}`, 'Choose');
  const calls = await chat.seeCard('Which call do you want to take over?');
  await chat.pressInRow(calls, callId, 'Choose');
  return chat.seeCard('Take this call over?');
}

/** The README shows the personal chat; pictures of others are named after them. */
export const pictured = (Kind) => (Kind === PersonalChat ? '' : `${Kind.name}.`);

/** Takes a picture of the chat itself, without the Playground's panels around it, down to an element. */
export async function takePicture(chat, name, height, lowest) {
  if (pictures && (chat instanceof PersonalChat || chat instanceof GroupChat)) {
    mkdirSync(pictures, { recursive: true });
    await chat.page.setViewportSize({ width: 1280, height });
    await lowest.scrollIntoViewIfNeeded();
    await chat.page.screenshot({ path: join(pictures, name), clip: { x: 332, y: 50, width: 616, height: height - 50 } });
  }
}

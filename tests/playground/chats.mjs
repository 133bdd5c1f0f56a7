// The Playground's page, by what a person sees: its chats, their messages, their cards.
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const bot = 'Supervisor Bot';
const patience = 15_000;

/** Starts a browser. */
export function launchBrowser() {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Opens the page; nothing that it asks for leaves this machine. */
export async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  page.setDefaultTimeout(patience);
  await page.route((url) => !['127.0.0.1', 'localhost'].includes(url.hostname), (route) => route.abort());
  await page.goto(address);
  return page;
}

class Chat {
  constructor(page) {
    this.page = page;
  }

  /** Where this chat's messages are drawn. */
  get scope() {
    return this.page;
  }

  /** A card that shows some words. */
  card(words) {
    return this.scope.locator('.ac-adaptiveCard').filter({ hasText: words }).last();
  }

  /** Waits for a card that shows some words. */
  async seeCard(words) {
    const card = this.card(words);
    await card.waitFor();
    return card;
  }

  /** Waits for a message that says something. */
  async seePost(words) {
    await this.scope.getByText(words).last().waitFor();
  }

  /** Presses a button of a card. */
  async press(card, button) {
    await card.getByRole('button', { name: button, exact: true }).click();
  }

  /** Presses the button in the row of a list that shows some words. */
  async pressInRow(card, words, button) {
    // A row is the innermost element around both.
    const wanted = this.page.getByRole('button', { name: button, exact: true });
    await card.locator('.ac-container').filter({ hasText: words }).filter({ has: wanted }).last().getByRole('button', { name: button, exact: true }).click();
  }

  async typeMention(editor, text) {
    await editor.click();
    await this.page.keyboard.type(`@${bot.slice(0, 3)}`);
    await this.page.getByRole('listbox', { name: 'Typeahead menu' }).getByRole('menuitem', { name: bot }).click();
    await this.page.keyboard.type(` ${text}`);
  }
}

/** The chat of one person and the bot. */
export class PersonalChat extends Chat {
  async open() {
    // Not for the welcome: the bot gives it once, and the page may not be the first.
    await this.page.locator('[data-lexical-editor="true"]').waitFor();
  }

  async say(text) {
    await this.page.locator('[data-lexical-editor="true"]').fill(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }
}

/** A chat of several people, in which the bot hears only what mentions it. */
export class GroupChat extends Chat {
  async open() {
    await this.page.getByRole('treeitem', { name: 'Shift leads' }).click();
    await this.seeCard('See your agents, listen in and take calls over');
  }

  async say(text) {
    await this.typeMention(this.page.locator('[data-lexical-editor="true"]'), text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }
}

/** A thread of a channel; what is said first begins it. */
export class ChannelThread extends Chat {
  #thread;

  get scope() {
    return this.#thread ?? this.page;
  }

  async open() {
    await this.page.getByRole('treeitem', { name: / - Incidents$/ }).click();
    await this.seeCard('See your agents, listen in and take calls over');
  }

  async say(text) {
    const posts = this.page.locator('.fui-Card');
    if (this.#thread) {
      await this.typeMention(this.#thread.locator('[data-lexical-editor="true"]'), text);
      await this.#thread.getByRole('button', { name: 'Send Message' }).click();
      return;
    }
    const composer = posts.filter({ has: this.page.getByRole('button', { name: 'Post', exact: true }) });
    await this.typeMention(composer.locator('[data-lexical-editor="true"]'), text);
    await composer.getByRole('button', { name: 'Post', exact: true }).click();
    this.#thread = posts.filter({ hasText: text }).filter({ hasNot: this.page.getByRole('button', { name: 'Post', exact: true }) }).first();
    await this.#thread.waitFor();
  }
}

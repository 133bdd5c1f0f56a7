// The demo (bot and simulated contact centre) and the Playground, started as processes and stopped again.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const demoDll = join(here, '../../src/SupervisorBot.Demo/bin/Debug/net10.0/SupervisorBot.Demo.dll');
const playgroundCli = join(here, 'node_modules/@microsoft/m365agentsplayground/cli.js');
const startLimit = 60_000;
const stopLimit = 20_000;

/** Starts the bot in front of a contact centre in which nothing happens by itself. */
export async function startDemo(...settings) {
  const demo = new Child('dotnet', [demoDll, '--no-client', '--Simulator:AutonomousLife=false', ...settings], { cwd: here });
  const addresses = JSON.parse(await demo.line(/^\{.*\}$/));
  return { ...addresses, stop: () => demo.stop() };
}

/** Starts the Playground in front of a demo. */
export async function startPlayground(demo) {
  // It opens a browser of its own by this program, which would be a second client.
  const programs = mkdtempSync(join(tmpdir(), 'no-browser-'));
  writeFileSync(join(programs, 'xdg-open'), '#!/bin/sh\n');
  chmodSync(join(programs, 'xdg-open'), 0o755);
  const playground = new Child(
    process.execPath,
    [playgroundCli, 'start', '--app-endpoint', demo.messages, '--channel-id', 'msteams', '--port', String(20_000 + Math.floor(Math.random() * 10_000)), '--disable-telemetry'],
    { cwd: demo.folder, env: { ...process.env, PATH: programs + delimiter + process.env.PATH, APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' } });
  // It takes another port where this one is taken, so what it says counts.
  const listening = await playground.line(/^Listening on \d+/);
  const stop = async () => {
    await playground.stop();
    rmSync(programs, { recursive: true });
  };
  return { address: `http://127.0.0.1:${listening.match(/\d+/)[0]}/`, stop };
}

class Child {
  #process;
  #output = '';
  #changed = [];
  #ended;

  constructor(command, args, options) {
    this.#process = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#ended = new Promise((resolve) => this.#process.once('close', resolve));
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => this.#take(text));
    }
    this.#process.once('error', (error) => this.#take(`\n${error.message}\n`));
    this.#ended.then(() => this.#take('\n'));
  }

  /** Waits for a line of output. */
  async line(pattern) {
    const deadline = Date.now() + startLimit;
    for (;;) {
      const found = this.#output.split('\n').slice(0, -1).find((line) => pattern.test(line));
      if (found) {
        return found;
      }
      if (this.#process.exitCode !== null || Date.now() > deadline) {
        throw new Error(`${this.#process.spawnargs.join(' ')} did not write ${pattern}. It wrote:\n${this.#output}`);
      }
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop() {
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), stopLimit);
    this.#process.kill('SIGTERM');
    await this.#ended;
    clearTimeout(killer);
  }

  #take(text) {
    this.#output += text;
    this.#changed.splice(0).forEach((wake) => wake());
  }
}

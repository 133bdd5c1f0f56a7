import { createRequire } from 'node:module';

// The package's main entry cannot be loaded in node; its bundle can, and parsing needs no DOM.
export const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

// The version that the bot's cards are written in. Teams renders it everywhere.
export const version = AC.Versions.v1_5;

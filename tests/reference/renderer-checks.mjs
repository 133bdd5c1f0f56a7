// What the reference renderer itself reports when it parses and validates a card.
import { AC, version } from './reference.mjs';

const teams = new AC.HostConfig({ actions: { maxActions: 6 } });

// Unknown types are judged with their fallback by the own checks.
const leftToOwnChecks = new Set([AC.ValidationEvent.UnknownElementType, AC.ValidationEvent.UnknownActionType]);

export function rendererProblems(json) {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return ['the card is not an object'];
  }
  const context = new AC.SerializationContext(version);
  const card = new AC.AdaptiveCard();
  card.hostConfig = teams;
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...events, ...card.validateProperties().validationEvents]
    .filter(({ event }) => !leftToOwnChecks.has(event))
    .map(({ event, message, source }) => `renderer: ${AC.ValidationEvent[event]}${source ? ` at ${source.getJsonTypeName()}` : ''}: ${message}`);
}

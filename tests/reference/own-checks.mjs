// What the reference renderer does not report but a reader of the card would notice: unknown properties, scalars of the
// wrong type, missing texts and labels, unresolved bindings, buttons that old clients cannot show.
import { AC, version } from './reference.mjs';

// The collections and objects that the renderer reads outside its property tables: name -> the types it may hold.
const content = {
  AdaptiveCard: { body: 'element[]', actions: 'action[]' },
  Container: { items: 'element[]' },
  ColumnSet: { columns: 'Column[]' },
  Column: { items: 'element[]' },
  ActionSet: { actions: 'action[]' },
  RichTextBlock: { inlines: 'TextRun[]' },
  ImageSet: { images: 'Image[]' },
  FactSet: { facts: 'Fact[]' },
  'Input.ChoiceSet': { choices: 'Choice[]' },
  Table: { rows: 'TableRow[]', columns: 'TableColumnDefinition[]' },
  TableRow: { cells: 'TableCell[]' },
  TableCell: { items: 'element[]' },
  'Action.ShowCard': { card: 'AdaptiveCard' },
};

// Parts that have a fixed place and no "type" of their own, or may leave it out.
const parts = {
  Column: AC.Column, Fact: AC.Fact, Choice: AC.Choice, TableRow: AC.TableRow, TableCell: AC.TableCell,
  TableColumnDefinition: AC.TableColumnDefinition, TextRun: AC.TextRun, Image: AC.Image, AdaptiveCard: AC.AdaptiveCard,
};

// Properties that the renderer leaves to the host.
const extra = { AdaptiveCard: ['msteams'] };

// Texts that must be there and not be empty.
const required = {
  TextBlock: ['text'],
  TextRun: ['text'],
  Image: ['url', 'altText'],
  Fact: ['title', 'value'],
  Choice: ['title', 'value'],
  'Action.Execute': ['verb'],
};

export function ownProblems(card) {
  const walk = new Walk();
  walk.root(card);
  return walk.problems;
}

class Walk {
  problems = [];
  ids = new Set();
  targets = [];

  root(card) {
    if (!isObject(card)) {
      return;
    }
    if (card.type !== 'AdaptiveCard') {
      this.report('$', 'the type is not "AdaptiveCard"');
    }
    if (card.version !== '1.5') {
      this.report('$', 'the version is not "1.5"');
    }
    this.object(card, '$', 'AdaptiveCard');
    this.bindings(card, '$');
    for (const { id, path } of this.targets) {
      if (!this.ids.has(id)) {
        this.report(path, `the target "${id}" does not exist`);
      }
    }
  }

  report(path, problem) {
    this.problems.push(`${path}: ${problem}`);
  }

  /** An element or action by its own type; an unknown or newer one passes with a fallback, which is checked in its stead. */
  typed(json, path, kind) {
    if (!isObject(json)) {
      this.report(path, `not an object but ${describe(json)}`);
      return;
    }
    const registry = kind === 'action' ? AC.GlobalRegistry.actions : AC.GlobalRegistry.elements;
    if (typeof json.type === 'string' && registry.createInstance(json.type, version)) {
      this.object(json, path, json.type);
    } else if (json.fallback === undefined) {
      this.report(path, `${kind} type ${JSON.stringify(json.type)} is not known in 1.5 and has no fallback`);
    }
    if (isObject(json.fallback)) {
      this.typed(json.fallback, `${path}.fallback`, kind);
    } else if (json.fallback !== undefined && json.fallback !== 'drop') {
      this.report(`${path}.fallback`, 'neither an object nor "drop"');
    }
  }

  object(json, path, type) {
    const definition = propertiesOf(type);
    for (const [name, value] of Object.entries(json)) {
      if (content[type]?.[name]) {
        this.content(value, `${path}.${name}`, content[type][name]);
      } else if (definition.has(name)) {
        this.property(value, `${path}.${name}`, definition.get(name));
      } else if (name !== 'fallback' && !extra[type]?.includes(name)) {
        this.report(path, `${type} has no property "${name}" in 1.5`);
      }
    }
    for (const name of required[type] ?? []) {
      if (typeof json[name] !== 'string' || json[name] === '') {
        this.report(path, `${type} without ${name}`);
      }
    }
    this.special(json, path, type);
  }

  content(value, path, kind) {
    if (!kind.endsWith('[]')) {
      return isObject(value) ? this.object(value, path, kind) : this.report(path, `not an object but ${describe(value)}`);
    }
    if (!Array.isArray(value)) {
      return this.report(path, `not a list but ${describe(value)}`);
    }
    const item = kind.slice(0, -2);
    value.forEach((entry, i) => {
      const place = `${path}[${i}]`;
      if (item === 'element' || item === 'action') {
        this.typed(entry, place, item);
      } else if (isObject(entry)) {
        this.object(entry, place, item);
      } else if (!(item === 'TextRun' && typeof entry === 'string')) {
        this.report(place, `not an object but ${describe(entry)}`);
      }
    });
  }

  property(value, path, property) {
    if (property instanceof AC.ActionProperty) {
      return this.selectAction(value, path);
    }
    const wanted = scalarType(property);
    if (wanted && typeof value !== wanted) {
      this.report(path, `${wanted} expected, not ${describe(value)}`);
    } else if (property instanceof AC.PixelSizeProperty && !/^\d+px$/.test(value)) {
      this.report(path, 'not a size in px');
    } else if (value === null) {
      this.report(path, 'null');
    }
  }

  selectAction(value, path) {
    this.typed(value, path, 'action');
    if (isObject(value) && !value.title && !value.tooltip) {
      this.report(path, 'an action without a title: a screen reader has nothing to say');
    }
  }

  special(json, path, type) {
    if (typeof json.id === 'string') {
      this.ids.add(json.id);
    }
    if (type.startsWith('Input.')) {
      for (const name of ['id', 'label']) {
        if (typeof json[name] !== 'string' || json[name] === '') {
          this.report(path, `${type} without ${name}`);
        }
      }
    }
    if (type.startsWith('Action.') && /\.actions\[\d+\](\.fallback)*$/.test(path) && !json.title) {
      this.report(path, `${type} without title`);
    }
    if (type === 'Action.Execute' && json.fallback?.type !== 'Action.Submit' && !path.includes('.refresh.')) {
      this.report(path, 'Action.Execute without an Action.Submit as its fallback');
    }
    if (type === 'Action.ToggleVisibility') {
      for (const target of Array.isArray(json.targetElements) ? json.targetElements : []) {
        this.targets.push({ id: typeof target === 'string' ? target : target?.elementId, path });
      }
    }
    if (type === 'AdaptiveCard' && isObject(json.refresh?.action) && !json.refresh.action.verb) {
      this.report(`${path}.refresh.action`, 'Action.Execute without verb');
    }
  }

  bindings(value, path) {
    if (typeof value === 'string') {
      if (value.includes('${')) {
        this.report(path, `a binding is left in ${JSON.stringify(value)}`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        this.bindings(item, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`);
      }
    }
  }
}

const definitions = new Map();

function propertiesOf(type) {
  if (!definitions.has(type)) {
    const instance = parts[type]
      ? new parts[type]()
      : AC.GlobalRegistry.elements.createInstance(type, version) ?? AC.GlobalRegistry.actions.createInstance(type, version);
    const schema = instance.getSchema();
    const known = Array.from({ length: schema.getCount() }, (_, i) => schema.getItemAt(i))
      .filter(property => property.targetVersion.compareTo(version) <= 0)
      .map(property => [property.name, property]);
    definitions.set(type, new Map([['type', new AC.StringProperty(AC.Versions.v1_0, 'type')], ...known]));
  }
  return definitions.get(type);
}

function scalarType(property) {
  if (property instanceof AC.BoolProperty) {
    return 'boolean';
  }
  if (property instanceof AC.NumProperty) {
    return 'number';
  }
  const text = [AC.StringProperty, AC.EnumProperty, AC.ValueSetProperty, AC.PixelSizeProperty, AC.TimeProperty];
  return text.some(kind => property instanceof kind) ? 'string' : undefined;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value) {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}

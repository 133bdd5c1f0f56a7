// The first difference between two JSON values, with its place, or null. The order of properties does not count.
export function difference(expected, actual, path = '$') {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) {
      return `${path}: ${expected.length} items expected, ${actual.length} found`;
    }
    return first(expected.map((item, i) => () => difference(item, actual[i], `${path}[${i}]`)));
  }
  if (isObject(expected) && isObject(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return first([...names].map(name => () => {
      if (!Object.hasOwn(expected, name)) {
        return `${path}.${name}: not expected`;
      }
      return Object.hasOwn(actual, name)
        ? difference(expected[name], actual[name], `${path}.${name}`)
        : `${path}.${name}: missing`;
    }));
  }
  return expected === actual ? null : `${path}: ${JSON.stringify(expected)} expected, ${JSON.stringify(actual)} found`;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function first(checks) {
  for (const check of checks) {
    const found = check();
    if (found !== null) {
      return found;
    }
  }
  return null;
}

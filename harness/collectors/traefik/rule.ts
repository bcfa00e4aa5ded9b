/**
 * Host names that a rule of Traefik matches: `Host(`a.lab`) && PathPrefix(`/x`)`. Of one that also matches
 * without a host (`||` beside something else, a pattern, a negation) nothing is named: it may match any.
 */
export function hostsIn(rule: string): readonly string[] {
  const isOpen = /HostRegexp|!\s*Host\(/.test(rule)
  const alternatives = rule.split('||')
  const named = alternatives.map((part) =>
    [...part.matchAll(/\bHost\(([^)]*)\)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, name = '']) => name.toLowerCase()),
    ),
  )
  return isOpen || named.some((names) => names.length === 0) ? [] : [...new Set(named.flat())]
}

import { text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type { PolicyRule } from './policy.ts'
import { type Shape, textsOf } from './policy-sections.ts'

/** An access rule: `dst` names a target with its ports. `users` and `ports` are what `src` and `dst` were called once. */
export function ruleOfAcl(row: Shape, hosts: Shape): PolicyRule {
  const action = text(row.action, 'action of an access rule')
  if (action !== 'accept')
    throw new Unseen('not understood', 'an access rule has another action than accept')
  const targets = [...textsOf(row, 'dst'), ...textsOf(row, 'ports')].map(split)
  return {
    section: 'acls',
    from: [...textsOf(row, 'src'), ...textsOf(row, 'users')].map((one) => named(one, hosts)),
    to: targets.map(({ at }) => named(at, hosts)),
    ports: unique(targets.flatMap(({ ports }) => ports)),
  }
}

/** A grant: its ports stand apart, under `ip`. */
export const ruleOfGrant = (row: Shape, hosts: Shape): PolicyRule => ({
  section: 'grants',
  from: textsOf(row, 'src').map((one) => named(one, hosts)),
  to: textsOf(row, 'dst').map((one) => named(one, hosts)),
  ports: unique(textsOf(row, 'ip').map((one) => one.split(':').at(-1) ?? one)),
})

/** `tag:web:80,443` and `[fd7a::1]:*`: what follows the last colon are ports. */
function split(target: string): { at: string; ports: readonly string[] } {
  const found = /^(.+):([\d,*\s-]+)$/.exec(target)
  if (!found) throw new Unseen('not understood', 'the target of an access rule names no ports')
  const [, at = '', ports = ''] = found
  return { at: at.replace(/^\[|\]$/g, ''), ports: ports.split(',').map((port) => port.trim()) }
}

/** What an alias of the section `hosts` stands for; any other name is itself. */
const named = (name: string, hosts: Shape): string =>
  name in hosts ? text(hosts[name], `host ${name} of the policy`) : name

const unique = (ports: readonly string[]): readonly string[] => [...new Set(ports)]

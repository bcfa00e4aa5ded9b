import { hostCollector, word } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { endpointsOf, enter, nodesOf } from './talos/ask.ts'

/** What our own certificate may do at the nodes. */
export interface TalosAccess {
  /** Roles in the certificate, e.g. `os:reader`. */
  readonly roles: readonly string[]
  /** What each node answered to a harmless thing that only an administrator may: `refused`, `done`, or `silent`. */
  readonly nodes: readonly { readonly node: string; readonly answer: string }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosAccess: TalosAccess
  }
}

/** @source talosctl config info -o json; talosctl read /etc/hostname, which needs os:admin where roles count */
export const talosAccess = hostCollector('talosAccess', {
  where: ({ name }, { talos }) => talos?.host === name,
  timeoutSeconds: 60,
  command: (_, inventory) => {
    const nodes = nodesOf(inventory)
      .map(({ name, address }) => `${word(name)}=${word(address)}`)
      .join(' ')
    const config = word(inventory.talos?.config ?? '')
    return `${enter(inventory)} i=$(talosctl --talosconfig ${config} config info -o json) || exit; printf '%s\\n' "$i" | tr -d '\\n'; echo; for n in ${nodes}; do e=$(timeout 20 talosctl --talosconfig ${config} -e ${endpointsOf(inventory)} -n "\${n#*=}" read /etc/hostname 2>&1 >/dev/null </dev/null); s=$?; case $s:$e in 0:*) a=done;; *PermissionDenied*) a=refused;; *) a=silent;; esac; echo "node \${n%%=*} $a"; done; echo ended`
  },
  parse: ({ stdout }): TalosAccess => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'not every node was tried')
    const [info = '', ...nodes] = lines
    const { roles } = object(parseJson(info, 'config info'), 'config info')
    return {
      roles: list(roles, 'roles').map((role) => text(role, 'a role')),
      nodes: nodes.map((line) => {
        const [, node, answer] = /^node (\S+) (done|refused|silent)$/.exec(line) ?? []
        if (!node || !answer) throw new Unseen('not understood', 'what a node answered')
        return { node, answer }
      }),
    }
  },
})

import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { nodesOf } from './talos/ask.ts'

/** What a node answered to somebody who has no certificate of its authority. */
export interface TalosStranger {
  readonly node: string
  /** `nobody` showed no certificate, `foreigner` one that he made himself. */
  readonly who: 'nobody' | 'foreigner'
  /** `refused` by TLS, `accepted` as far as HTTP, or `silent`. */
  readonly answer: 'refused' | 'accepted' | 'silent'
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosStrangers: readonly TalosStranger[]
  }
}

/**
 * With TLS 1.3 a missing certificate is refused only when something is read, so a request is sent. Status
 * 35 and 56 of curl are an alert of TLS; a node that answers with any status took the stranger in.
 *
 * @source curl(1) and openssl(1) at port 50000 of every node
 */
export const talosStrangers = hostCollector('talosStrangers', {
  where: ({ name }, { talos }) => talos?.host === name,
  timeoutSeconds: 90,
  command: (_, inventory) => {
    const nodes = nodesOf(inventory).map(({ name, address }) => `${word(name)}=${word(address)}`)
    return [
      'command -v curl >/dev/null && command -v openssl >/dev/null || exit 127; d=$(mktemp -d) || exit; trap \'rm -rf "$d"\' EXIT;',
      'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /O=os:admin/CN=foreigner -keyout "$d/k" -out "$d/c" 2>/dev/null || exit;',
      't() { w=$1; a=$2; shift 2; h=$(curl -sk --max-time 10 -o /dev/null -w \'%{http_code}\' "$@" "https://$a:50000/"); s=$?; case "$s:$h" in 35:*|56:*) r=refused;; 0:000|7:*|28:*|52:*) r=silent;; *) r=accepted;; esac; echo "$n $w $r"; };',
      `for x in ${nodes.join(' ')}; do n=\${x%%=*}; t nobody "\${x#*=}"; t foreigner "\${x#*=}" --cert "$d/c" --key "$d/k"; done; echo ended`,
    ].join(' ')
  },
  parse: ({ stdout }): readonly TalosStranger[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'not every node was tried')
    return lines.map((line) => {
      const [, node, who, answer] =
        /^(\S+) (nobody|foreigner) (refused|accepted|silent)$/.exec(line) ?? []
      if (!node) throw new Unseen('not understood', 'what a node answered a stranger')
      return { node, who, answer } as TalosStranger
    })
  },
})

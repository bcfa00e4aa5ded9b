import { endPod, procedure } from '#fixtures'
import { drill } from '#harness'

// People who hold parts of the key put them there for the time of the drill, on a file system in memory.
const PARTS = '/run/plumb-drill'
const unseal = (from: string) =>
  `for n in 1 2 3; do tr -d '\\n' <${from}/unseal-$n | kubectl -n vault exec -i vault-0 -- vault write sys/unseal key=- || exit; done`

/** Parts of the key that somebody has set aside count first. */
const UNDO = `d=${PARTS}; [ ! -d $d/whole ] || d=$d/whole; kubectl -n vault wait pod/vault-0 --for=jsonpath='{.status.phase}'=Running --timeout=60s && { kubectl -n vault exec vault-0 -- vault status >/dev/null; case $? in 0) ;; 2) kubectl -n vault exec vault-0 -- vault write sys/unseal reset=true && ${unseal('$d')} ;; *) exit 1 ;; esac; }`

export default drill('Vault is sealed after a restart, and three people open it again', {
  statement: 'TG-196',
  steadyState: [
    'vault-unsealed',
    'bootstrap-components-present',
    'vault-storage-persistent',
    'vault-kubernetes-auth-bound',
    'app-paperless-serving',
    'app-open-webui-serving',
  ],
  // Its name leads to pods that are ready, and a sealed one is not: who asks may be told nothing at all.
  hides: ['vault-unsealed', 'vault-kubernetes-auth-bound'],
  breaks: ['bootstrap-components-present'],
  holds: ['app-paperless-serving', 'app-open-webui-serving'],
  method: {
    ...endPod('ops', 'vault/vault-0', UNDO),
    touches: ['ops', 'kubernetes', 'vault'],
  },
  recover: procedure('unseal it with three parts of the key', 'vault-restart-unseal', [
    ['ops', unseal(PARTS)],
  ]),
  objective: 'p.drill.vault.rto',
  notOn: {
    containers: 'a cluster with a Vault: in containers its answers are recorded',
  },
})

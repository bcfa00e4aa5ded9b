import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { enter } from './tofu/enter.ts'
import { planOf, type TofuPlan } from './tofu/plan.ts'
import { stateOf, type TofuResource } from './tofu/state.ts'

/** One root module: what it would change now, and what it manages. */
export interface TofuRoot {
  readonly root: string
  readonly workspace: string
  /** Backend that the checkout was initialised with; `none` where it was not. */
  readonly backend: string
  /** Absent when no plan could be made. */
  readonly plan?: TofuPlan
  readonly resources: readonly TofuResource[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every root of the inventory. Values of resources never leave the host. */
    tofuRoots: readonly TofuRoot[]
  }
}

const PLAN =
  '{version: .format_version, at: .timestamp, errored: .errored, changes: [.resource_changes[]? | select(.mode == "managed") | {address, actions: .change.actions}], outputs: [(.output_changes // {}) | to_entries[] | select(.value.actions != ["no-op"]) | .key], drift: [.resource_drift[]? | {address, actions: .change.actions}]}'
const STATE =
  '[(.values.root_module // {}) | .. | objects | select(.mode? == "managed" and has("address")) | {address, type, id: (.values.vm_id // .values.vmid), name: .values.name, node: .values.node_name, vlanAware: .values.vlan_aware, ports: .values.ports}]'

/**
 * A plan of every root, refreshed and without a lock, and its state; only addresses, actions and names are kept.
 * What could switch the refresh off is taken out of the environment.
 *
 * @source tofu(1) 1.6 or later: plan -detailed-exitcode, show -json; jq(1) on the host
 */
export const tofuRoots = hostCollector('tofuRoots', {
  where: ({ name }, { tofu }) => tofu?.host === name,
  timeoutSeconds: 300,
  command: (_, inventory) =>
    [
      enter(inventory),
      `for r in ${(inventory.tofu?.roots ?? []).map(word).join(' ')}; do echo "root $r";`,
      `w=$(tofu -chdir="$r" workspace show) || exit; echo "workspace $w";`,
      `if [ -f "$r/.terraform/terraform.tfstate" ]; then b=$(jq -r '.backend.type // "none"' "$r/.terraform/terraform.tfstate") || exit; else b=none; fi; echo "backend $b";`,
      `tofu -chdir="$r" plan -no-color -input=false -lock=false -detailed-exitcode -out="$t/plan" >/dev/null 2>&1; s=$?; echo "exit $s";`,
      `case $s in 0|2) tofu -chdir="$r" show -json "$t/plan" >"$t/json" || exit; p=$(jq -c '${PLAN}' "$t/json") || exit; echo "plan $p";; esac;`,
      `tofu -chdir="$r" show -json >"$t/json" || exit; p=$(jq -c '${STATE}' "$t/json") || exit; echo "state $p";`,
      `done; echo ended`,
    ].join(' '),
  parse: ({ stdout }, _, { tofu }): readonly TofuRoot[] => {
    const text = stdout.trimEnd()
    if (!text.endsWith('\nended')) throw new Unseen('cut short', 'not every root was looked at')
    const found = text
      .slice(0, -'\nended'.length)
      .split(/\n(?=root )/)
      .map(rootOf)
    const missed = tofu?.roots.find((wanted) => !found.some(({ root }) => root === wanted))
    if (missed) throw new Unseen('cut short', `nothing was said of ${missed}`)
    return found
  },
})

function rootOf(text: string): TofuRoot {
  const lines = new Map(
    text.split('\n').map((line) => {
      const [key = '', ...rest] = line.split(' ')
      return [key, rest.join(' ')]
    }),
  )
  const root = lines.get('root')
  const workspace = lines.get('workspace')
  const backend = lines.get('backend')
  const state = lines.get('state')
  if (!root || !workspace || !backend || !state)
    throw new Unseen('not understood', `not everything was said of ${root ?? 'a root'}`)
  const plan = planOf(lines.get('exit'), lines.get('plan'), root)
  return { root, workspace, backend, ...(plan ? { plan } : {}), resources: stateOf(state, root) }
}

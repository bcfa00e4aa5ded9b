import { flag, list, object, parseJson, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

export interface TofuAction {
  readonly address: string
  /** `no-op`, `create`, `update`, `delete`, `read`, `forget`. */
  readonly actions: readonly string[]
}

export interface TofuPlan {
  /** Whether OpenTofu itself says that there is something to do. */
  readonly isEmpty: boolean
  readonly madeAt: string
  readonly hasErrors: boolean
  /** Managed resources, those that stay as they are among them. */
  readonly changes: readonly TofuAction[]
  /** Names of outputs that would change. */
  readonly outputs: readonly string[]
  /** What was changed by somebody else since the last apply. */
  readonly drift: readonly TofuAction[]
}

/** The plan of a root by exit status: 0 nothing to do, 2 something, 1 none could be made. */
export function planOf(
  exit: string | undefined,
  plan: string | undefined,
  root: string,
): TofuPlan | undefined {
  if (exit === '1' && plan === undefined) return undefined
  if ((exit !== '0' && exit !== '2') || plan === undefined)
    throw new Unseen('not understood', `the plan of ${root} ended with ${exit ?? 'nothing'}`)
  const said = object(parseJson(plan, `plan of ${root}`), `plan of ${root}`)
  const version = text(said.version, `version of the plan of ${root}`)
  if (!/^1\./.test(version))
    throw new Unseen('not understood', `the plan of ${root} has the format ${version}`)
  return {
    isEmpty: exit === '0',
    madeAt: text(said.at, `timestamp of the plan of ${root}`),
    hasErrors: flag(said.errored, `errored of the plan of ${root}`),
    changes: actionsOf(said.changes, root),
    outputs: list(said.outputs, `outputs of ${root}`).map((one) => text(one, `output of ${root}`)),
    drift: actionsOf(said.drift, root),
  }
}

const actionsOf = (value: unknown, root: string): readonly TofuAction[] =>
  list(value, `changes of ${root}`).map((row) => {
    const { address, actions } = object(row, `a change of ${root}`)
    return {
      address: text(address, `address in ${root}`),
      actions: list(actions, `actions in ${root}`).map((one) => text(one, `action in ${root}`)),
    }
  })

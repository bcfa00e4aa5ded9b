import { BadInput } from '../../model/bad-input.ts'
import { list, object, parseJson, text } from '../../model/parse.ts'
import { change } from '../change.ts'
import { guestOf } from '../plan/guest.ts'
import { Planned } from '../plan/planned.ts'
import type { ChangeFile } from '../prediction.ts'

/**
 * A plan of OpenTofu or Terraform: guests of Proxmox as they would be, by the resources of the providers
 * `bpg/proxmox` and `telmate/proxmox`. What is known only after apply makes the fact unknown.
 *
 * @source `tofu show -json PLAN`, format 1.x; https://opentofu.org/docs/internals/json-format
 */
export const plan = change({
  option: '--plan <file>',
  describe: 'an OpenTofu or Terraform plan, as `tofu show -json` prints it',
  apply: (file, prediction) => {
    for (const resource of resourcesOf(file)) {
      if (!resource.isChange) continue
      const guest = guestOf(resource)
      if (!guest) {
        prediction.ignored.add(`${resource.address} (${resource.actions.join(' and ')})`)
        continue
      }
      const from = { file, ask: `${resource.actions.join(' and ')} ${resource.address}` }
      prediction.revise('guestConfigs', 'lab', from, (census) => guest.inConfigs(census))
      prediction.revise('guests', 'lab', from, (census) => guest.inList(census))
    }
  },
})

function resourcesOf({ path, text: content }: ChangeFile): readonly Planned[] {
  try {
    const said = object(parseJson(content, 'the plan'), 'the plan')
    const version = text(said.format_version, 'format_version of the plan')
    if (!/^1\./.test(version)) throw new Error(`format_version ${version} is not known here`)
    if (said.errored === true) throw new Error('the plan ended with an error: it is not whole')
    return list(said.resource_changes ?? [], 'resource_changes').map((row) =>
      Planned.of(object(row, 'a resource change')),
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadInput([`${path}: ${why}; write it with \`tofu show -json PLAN\``])
  }
}

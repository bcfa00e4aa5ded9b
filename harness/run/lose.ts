import type { Undo } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import { didYouMean } from '../model/nearest.ts'
import type { Target } from '../model/target.ts'

/**
 * Takes a host, an API or a vantage of a replica off the network.
 *
 * @throws BadInput when the lab has none of that name, or the target cannot be cut off from it
 */
export function loseSubject({ name, inventory, hands }: Target, subject: string): Undo {
  const known = [
    ...inventory.hosts.map((host) => host.name),
    ...inventory.vantages.map((vantage) => vantage.name),
    ...Object.keys(inventory.apis),
  ]
  if (!known.includes(subject))
    throw new BadInput([
      `there is no host, vantage or API "${subject}"${didYouMean(subject, new Set(known))}`,
    ])
  if (!hands?.recording)
    throw new BadInput([`target ${name} cannot lose ${subject}: choose the embedded one`])
  const undo = hands.recording.trouble(subject, 'down')
  return async () => undo()
}

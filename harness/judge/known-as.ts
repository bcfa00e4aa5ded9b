import type { Views } from './views.ts'

/** A machine by its name and its addresses. */
interface Named {
  readonly name: string
  readonly address: string
  readonly alsoAt?: readonly string[]
}

/** Networks that an engine or a hypervisor makes have the same addresses everywhere. */
const OF_ENGINE = /^(docker\d+|br-[0-9a-f]{12}|veth.*|virbr\d+|cni\d+|podman\d+|lxcbr\d+)$/

/** Machines with every address that they have now, those of IPv6 and of other interfaces too: whoever leans on one may do so by any of them. */
export const knownAs = <Machine extends Named>(
  { host }: Pick<Views, 'host'>,
  machines: readonly Machine[],
): readonly Machine[] =>
  machines.map((machine) => ({
    ...machine,
    alsoAt: [
      ...(machine.alsoAt ?? []),
      ...host(machine.name)
        .addresses.filter(({ device, scope }) => scope !== 'host' && !OF_ENGINE.test(device))
        .map(({ address }) => address),
    ],
  }))

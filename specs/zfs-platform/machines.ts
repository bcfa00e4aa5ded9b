import { all, saw, that, the, type Views } from '#harness'

const GIB = 2 ** 30

/** Number of the guest that has this name, as the inventory says. */
const vmidOf = ({ inventory }: Views, name: string): number =>
  the(inventory.guests, `guest ${name}`, (guest) => guest.name === name).vmid

export const configOf = (views: Views, name: string) =>
  the(
    views.lab.guestConfigs,
    `configuration of ${name}`,
    ({ vmid }) => vmid === vmidOf(views, name),
  )

const stateOf = (views: Views, name: string) =>
  the(views.lab.machineStates, `state of ${name}`, ({ vmid }) => vmid === vmidOf(views, name))

/** The machine runs, its first interface has the address inside, and the LAN knows the address by that interface. */
export function hasAddress(views: Views, name: string, address: string): void {
  const { hosts, host, lab, parameter } = views
  const prefixLength = parameter.number('p.lan.prefix_length')
  const mac = () =>
    /^[\w-]+=([0-9A-F:]{17})/i.exec(configOf(views, name).options.net0 ?? '')?.[1]?.toLowerCase()

  all(
    () =>
      that(
        saw(
          lab.guests,
          ({ vmid, type, status }) =>
            vmid === vmidOf(views, name) && type === 'qemu' && status === 'running',
        ),
        'it is listed as a machine that runs',
        { name },
      ),
    () => {
      const { qemuStatus, status } = stateOf(views, name)
      that(status === 'running' && qemuStatus === 'running', 'it is neither paused nor stuck', {
        name,
        status,
        qemuStatus,
      })
    },
    // What cloud-init was told is not what the machine has, and bridges of Docker are not the LAN.
    () => {
      const { interfaces } = stateOf(views, name)
      const { addresses } = the(interfaces, `interface ${mac()}`, (one) => one.mac === mac())
      that(
        addresses.some((one) => one.address === address && one.prefixLength === prefixLength),
        `it has ${address}/${prefixLength} inside`,
        { name, addresses },
      )
    },
    ...hosts('router').map((router) => () => {
      // The router forgets whom it has not met for a while.
      const met = host(router.name).neighbours.filter((one) => one.address === address)
      const because = `${router.name} has not met ${address} lately: ping it from there`
      const seen = the({ items: met, complete: false, because }, address, () => true)
      that(
        seen.mac === mac() && seen.state !== 'FAILED',
        'the LAN meets that interface there',
        seen,
      )
    }),
  )
}

/** Configured, given and seen are the same number of processors. */
export function hasProcessors(views: Views, name: string, processors: number): void {
  const { cores = '1', sockets = '1', vcpus, cpulimit = '0' } = configOf(views, name).options
  const given = stateOf(views, name).processors
  const seen = views.host(name).capacity.processors
  that(
    Number(cores) * Number(sockets) === processors &&
      (vcpus === undefined || Number(vcpus) === processors) &&
      (Number(cpulimit) === 0 || Number(cpulimit) >= processors) &&
      given === processors &&
      seen === processors,
    `it has ${processors} processors`,
    { name, cores, sockets, vcpus, cpulimit, given, seen },
  )
}

/** Configured and given are that many GiB, and the machine sees all but what its kernel keeps. */
export function hasMemory(views: Views, name: string, gib: number): void {
  const { memory = '512', balloon } = configOf(views, name).options
  const configuredMiB = Number(memory.replace(/^current=/, ''))
  const given = stateOf(views, name).maxMemoryBytes
  const seen = views.host(name).capacity.memoryBytes
  const share = views.parameter.number('p.vm.min_memory_share')
  that(
    configuredMiB === gib * 1024 &&
      (balloon === undefined || [0, configuredMiB].includes(Number(balloon))) &&
      given === gib * GIB &&
      seen >= given * share,
    `it has ${gib} GiB of memory`,
    { name, memory, balloon, given, seen },
  )
}

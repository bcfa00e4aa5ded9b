import { all, saw, that, the, type Views } from '#harness'
import { asker, macOf } from '../network-layout/plan.ts'

/** The container runs, has the address by configuration and inside, and the LAN meets it there. */
export function hasAddress(views: Views, name: string, address: string): void {
  const { host, lab, inventory } = views
  const { vmid } = the(inventory.guests, `guest ${name}`, (guest) => guest.name === name)

  all(
    () =>
      that(
        saw(lab.guests, (it) => it.vmid === vmid && it.type === 'lxc' && it.status === 'running'),
        'it is listed as a container that runs',
        { name, vmid },
      ),
    () => {
      const { options, pending } = the(
        lab.guestConfigs,
        `configuration of ${name}`,
        (one) => one.vmid === vmid,
      )
      that(
        `,${options.net0},`.includes(`,ip=${address}/24,`) &&
          pending.every(({ key }) => key !== 'net0'),
        `it is configured with ${address}/24, and nothing else waits`,
        { name, net0: options.net0 },
      )
    },
    // A configuration may have been changed without a restart: inside is what counts.
    () => {
      const { interfaces } = the(
        lab.containerInterfaces,
        `interfaces of ${name}`,
        (one) => one.vmid === vmid,
      )
      const { addresses } = the(
        interfaces,
        `interface ${macOf(views, vmid)}`,
        ({ mac }) => mac === macOf(views, vmid),
      )
      that(
        addresses.some((one) => one.address === address && one.prefixLength === 24) &&
          host(name).addresses.some((one) => one.address === address),
        `it has ${address}/24 inside`,
        { name, addresses },
      )
    },
    () => {
      const { macs } = the(
        host(asker(views)).arpAnswers,
        `answer for ${address}`,
        (one) => one.address === address,
      )
      that(
        macs.length === 1 && macs[0] === macOf(views, vmid),
        'the LAN meets its interface at the address',
        { name, address, macs },
      )
    },
  )
}

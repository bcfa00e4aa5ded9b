import { none, saw, that, the, type Views } from '#harness'

/** A service's guest is a container that runs, and no other service is declared for it. */
export function runsAlone(
  { inventory, lab }: Views,
  service: { readonly name: string; readonly host: string },
): readonly (() => void)[] {
  const guest = the(inventory.guests, `guest ${service.host}`, ({ name }) => name === service.host)
  return [
    () =>
      that(
        saw(
          lab.guests,
          ({ status, type, vmid }) => vmid === guest.vmid && type === 'lxc' && status === 'running',
        ),
        'its guest is a container that runs',
        guest,
      ),
    () =>
      none(
        inventory.services.map(({ name, host }) => ({ name, host })),
        'is declared for the same container',
        ({ host, name }) => host === service.host && name !== service.name,
      ),
  ]
}
